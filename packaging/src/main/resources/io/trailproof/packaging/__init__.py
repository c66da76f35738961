"""trailproof @VERSION@: the program is in Java; this package brings it along and starts it."""
