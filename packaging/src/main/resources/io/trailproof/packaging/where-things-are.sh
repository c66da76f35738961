# --- where things are -------------------------------------------------------------------------------------------------

home=${home%/*}
jar=$home/lib/trailproof-all.jar
examples=$home/examples

# A run-time of its own comes before any other Java.
if [ -z "${TRAILPROOF_JAVA-}" ] && [ -x "$home/runtime/bin/java" ]; then
  TRAILPROOF_JAVA=$home/runtime/bin/java
  # The archive of Java's own classes, on which that of ours builds, differs each time it is made: so it is not handed out.
  if [ ! -f "$home/runtime/lib/server/classes.jsa" ] && [ -w "$home/runtime/lib/server" ]; then
    "$TRAILPROOF_JAVA" -Xshare:dump -Xlog:disable >/dev/null 2>&1 </dev/null || :
  fi
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

