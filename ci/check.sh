#!/usr/bin/env bash
# Checks all articles and prints an annotation for each problem. Those of the files that the change touches come first,
# since GitHub shows no more than ten of a kind. Fails when an article is held back.
#
#   POSTS         the folder of the articles (posts)
#   FAIL_ON       "warning": fail too on what only wants mending (error)
#   BASE          the commit that the change is to be merged into, if there is one
#   CODE_QUALITY  a file to write GitLab's report to
#   LANG          Chinese words for a Chinese locale
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
posts=${POSTS:-posts}
lines=$(mktemp)
touched=$(mktemp)
trap 'rm -f "$lines" "$touched"' EXIT

# All of them: a change can take the address of an article that it does not touch.
code=0
node bin/fangzhi.js check --all --posts "$posts" --format github >"$lines" || code=$?

if [[ ${BASE:-} =~ ^[0-9a-f]{40,64}$ ]]; then
  git cat-file -e "$BASE^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$BASE" || true
  # Written as in annotations. Without the commit, no file comes first.
  { git diff --name-only -z "$BASE" HEAD -- "$posts" || true; } |
    tr '\0' '\n' | sed 's/%/%25/g; s/:/%3A/g; s/,/%2C/g' >"$touched"
fi
ordered() {
  awk '
    FILENAME == ARGV[1] { touched[$0]; next }
    { file = $0; sub(/^::[a-z]+ file=/, "", file); sub(/,.*/, "", file) }
    file in touched { print; next }
    { later[++count] = $0 }
    END { for (i = 1; i <= count; i++) print later[i] }
  ' "$touched" "$lines"
}
if [[ ${GITHUB_ACTIONS:-} == true ]]; then
  ordered
else
  ordered | sed -E 's/^::([a-z]+) file=([^,]*),line=([0-9]+),col=([0-9]+),title=([^:]*)::(.*)/\2:\3:\4  \6 [\1: \5]/'
fi
if [[ -n ${CODE_QUALITY:-} ]]; then node "$here/codeQuality.js" <"$lines" >"$CODE_QUALITY"; fi

errors=$(grep -c '^::error ' "$lines" || true)
warnings=$(grep -c '^::warning ' "$lines" || true)
case ${LANG:-} in
zh*) words="检查文章：未能发布 $errors 处，建议修改 $warnings 处。" ;;
*) words="Articles checked: $errors held back, $warnings to mend." ;;
esac
echo "$words"
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then printf '%s\n\n' "$words" >>"$GITHUB_STEP_SUMMARY"; fi

# With 1 and nothing to show for it, the check itself has failed.
if ((code == 1 && errors == 0 && warnings > 0)) && [[ ${FAIL_ON:-error} != warning ]]; then exit 0; fi
exit "$code"
