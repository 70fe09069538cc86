# shellcheck shell=bash

run_drift() {
  local from=$OLDPWD
  # A hyphen reads what was piped in, which commands in the background do not get of themselves.
  exec 3<&0 </dev/null
  need_dotnet
  begin_run
  # What is printed on the standard output is the answer alone.
  step 'Build the app' build_all "$configuration" "$local_host" >&2
  # The file's name counts from where the command was typed.
  # shellcheck disable=SC2016
  in_background bash -c 'cd "$1" && shift && exec "$@" <&3' - "$from" dotnet "$(program SloFunctions.LocalHost)" drift "$@"
  wait_for "$!"
}
