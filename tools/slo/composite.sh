# shellcheck shell=bash

run_composite() {
  local from=$OLDPWD
  need_dotnet
  begin_run
  # What is printed on the standard output is the answer alone.
  step 'Build the app' build_all "$configuration" "$local_host" >&2
  # The file's name counts from where the command was typed.
  # shellcheck disable=SC2016
  in_background bash -c 'cd "$1" && shift && exec "$@"' - "$from" dotnet "$(program SloFunctions.LocalHost)" composite "$@"
  wait_for "$!"
}
