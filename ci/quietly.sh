# shellcheck shell=bash
# Runs a command whose output quotes names of files and texts of articles. In GitHub's log a line can be a command:
# https://docs.github.com/actions/reference/workflow-commands-for-github-actions#stopping-and-starting-workflow-commands
quietly() {
  if [[ ${GITHUB_ACTIONS:-} != true ]]; then
    "$@"
    return
  fi
  local token code=0
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$token"
  "$@" || code=$?
  echo "::$token::"
  return "$code"
}
