#!/usr/bin/env bash
# Checks, and writes all reports; the job goes on whatever comes of it, so that they can be uploaded. Called by action.yml.
#
#   INPUTS, ARGUMENTS   one a line
#   BASE_SHA            the commit of the base branch, of which the configuration counts; empty outside of a pull request
#   HEAD_SHA            shown in the reports as stated
#   TRAILPROOF          the program; that of this checkout by default
set -uo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
program=${TRAILPROOF:-$home/trailproof}
reports=${RUNNER_TEMP:-$(mktemp -d)}/trailproof
mkdir -p "$reports"

lines() {
  while IFS= read -r line; do
    if [ -n "${line//[[:space:]]/}" ]; then
      printf '%s\0' "$line"
    fi
  done <<<"$1"
}

arguments=()
while IFS= read -r -d '' one; do arguments+=("$one"); done < <(lines "${ARGUMENTS:-}")

# A pull request must not decide what counts for itself: the base branch's configuration does.
if [ -n "${BASE_SHA:-}" ]; then
  if git show "$BASE_SHA:trailproof.yaml" >"$reports/base-trailproof.yaml" 2>/dev/null; then
    arguments+=(--config "$reports/base-trailproof.yaml")
  else
    arguments+=(--no-config)
  fi
fi
if [ -n "${HEAD_SHA:-}" ]; then
  arguments+=(--stated "commit=$HEAD_SHA")
fi

inputs=()
while IFS= read -r -d '' one; do inputs+=("$one"); done < <(lines "${INPUTS:-}")
if ((${#inputs[@]} == 0)) && [[ " ${arguments[*]-} " == *" --no-config "* ]]; then
  inputs=(.)
fi

status=0
"$program" check "${arguments[@]}" \
  -f github \
  -f "json=$reports/result.json" \
  -f "sarif=$reports/result.sarif" \
  -f "junit=$reports/junit.xml" \
  -f "markdown=$reports/comment.md" \
  -f "html=$reports/proof.html" \
  -- ${inputs[@]+"${inputs[@]}"} || status=$?

{
  printf 'exit-code=%d\n' "$status"
  printf 'reports=%s\n' "$reports"
} >>"${GITHUB_OUTPUT:-/dev/stdout}"
