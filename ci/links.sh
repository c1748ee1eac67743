#!/usr/bin/env bash
# Asks whether the pages that articles link to are still there, and adds the report to the job's summary.
#
#   POSTS                the folder of the articles (posts)
#   LIMIT                ask for so many addresses at most (500): a job has its time, and hosts are asked slowly
#   GITHUB_STEP_SUMMARY  the summary, to which is added; or
#   SUMMARY              a file to write it to
#   LANG                 Chinese words for a Chinese locale
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=quietly.sh
source "$here/quietly.sh"
report=$(mktemp)
trap 'rm -f "$report"' EXIT

# shellcheck disable=SC2317 # It is called by quietly.
ask() { node bin/fangzhi.js links --posts "${POSTS:-posts}" --limit "${LIMIT:-500}" | tee "$report"; }
code=0
quietly ask || code=$?

case ${LANG:-} in
zh*) title="站外网址检查" ;;
*) title="Addresses outside the site" ;;
esac
# Indented, so that nothing in it is Markdown; cut, since GitHub takes no summary of more than a megabyte.
summary() {
  printf '## %s\n\n' "$title"
  head -c 500000 "$report" | sed -n '1,1000s/^/    /p'
}
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  summary >>"$GITHUB_STEP_SUMMARY"
elif [[ -n ${SUMMARY:-} ]]; then
  summary >"$SUMMARY"
fi
exit "$code"
