#!/usr/bin/env sh
# Runs trailproof @VERSION@: finds Java 17 or newer and hands over to the jar. Arguments, standard streams, signals and the exit
# code are those of the tool itself; what this script has to say goes to standard error.
#
#   TRAILPROOF_JAVA       the java command to use (otherwise: JAVA_HOME, PATH, the usual places)
#   TRAILPROOF_JAVA_OPTS  more options for the Java virtual machine, split at blanks
#   TRAILPROOF_CACHE      where an archive of classes is kept, which cuts the time to start (otherwise: XDG_CACHE_HOME, ~/.cache)
#
# Exit codes of its own: 2 no suitable Java, 70 Java cannot start.
