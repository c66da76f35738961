# --- where things are -------------------------------------------------------------------------------------------------

home=${home%/*}
jar=$home/lib/trailproof-all.jar
examples=$home/examples

# A run-time of its own comes before any other Java.
if [ -z "${TRAILPROOF_JAVA-}" ] && [ -x "$home/runtime/bin/java" ]; then
  TRAILPROOF_JAVA=$home/runtime/bin/java
fi

# What a start leaves behind for the next; without a place for it, each start is a first one.
cache=${TRAILPROOF_CACHE-}
if [ -z "$cache" ]; then
  cache=${XDG_CACHE_HOME-}
  [ -n "$cache" ] || [ -z "${HOME-}" ] || cache=$HOME/.cache
  cache=${cache:+$cache/trailproof}
fi
target=${cache:-/nonexistent}/@VERSION@-@KIND@
[ -d "$target" ] || [ -z "$cache" ] || mkdir -p "$target" 2>/dev/null

