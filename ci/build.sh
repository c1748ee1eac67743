#!/usr/bin/env bash
# Builds the site, making use of what the last build has left in .cache/build and _site, and adds to the job's summary
# what has changed since.
#
#   POSTS                the folder of the articles (posts)
#   STRICT               "true": fail when an article is held back
#   SITE_URL             where the site will stand; without it, where the last build was told
#   GITHUB_STEP_SUMMARY  the summary, to which is added; or
#   SUMMARY              a file to write it to
#   LANG                 Chinese words for a Chinese locale
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=quietly.sh
source "$here/quietly.sh"
posts=${POSTS:-posts}

# The host says where the site will stand only to builds that deploy it. With another address every page is another, and
# the build of a pull request would have nothing to compare with.
kept=.cache/build/site-url
if [[ -z ${SITE_URL:-} && -f $kept ]]; then SITE_URL=$(<"$kept"); fi
export SITE_URL=${SITE_URL:-}

summary=$(mktemp)
trap 'rm -f "$summary"' EXIT
options=(--posts "$posts" --summary "$summary")
if [[ ${STRICT:-false} == true ]]; then options+=(--strict); fi
code=0
quietly node bin/fangzhi.js build "${options[@]}" || code=$?

if [[ -n $SITE_URL && -d .cache/build ]]; then printf '%s\n' "$SITE_URL" >"$kept"; fi
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  cat "$summary" >>"$GITHUB_STEP_SUMMARY"
elif [[ -n ${SUMMARY:-} ]]; then
  cp "$summary" "$SUMMARY"
fi
exit "$code"
