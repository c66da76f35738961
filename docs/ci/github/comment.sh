#!/usr/bin/env bash
# Keeps one comment of a pull request up to date: found by its marker, changed in place, left alone if nothing changed.
# Called by action.yml. Takes GH_TOKEN, GITHUB_REPOSITORY, NUMBER, COMMENT_KEY and REPORTS; `gh` is on GitHub's runners.
set -euo pipefail

key=$(tr -cd 'a-z0-9-' <<<"${COMMENT_KEY:-default}")
marker="<!-- trailproof:report:${key:-default} -->"
body=$REPORTS/comment.md
if [ ! -s "$body" ]; then
  echo "there is no report to post"
  exit 0
fi
{
  printf '%s\n' "$marker"
  tail -n +2 "$body"
} >"$body.new"

id=
while IFS=$'\t' read -r number first; do
  if [ "$first" = "$marker" ]; then
    id=$number
  fi
done < <(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" \
  --jq '.[] | select(.user.type == "Bot") | [.id, (.body | split("\n")[0] | rtrimstr("\r"))] | @tsv')

if [ -z "$id" ]; then
  gh api --silent -X POST "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" -F "body=@$body.new"
elif [ "$(gh api "repos/$GITHUB_REPOSITORY/issues/comments/$id" --jq .body | tr -d '\r')" = "$(cat "$body.new")" ]; then
  echo "the comment says the same already"
else
  gh api --silent -X PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$body.new"
fi
