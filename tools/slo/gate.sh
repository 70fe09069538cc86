# shellcheck shell=bash

run_gate() {
  # Exit code 1 is a denial, 3 is caution; all that keeps from asking is 2.
  (need_dotnet) || exit 2
  begin_run
  # What is printed on the standard output is the answer alone.
  (step 'Build the app' build_all "$configuration" "$local_host") >&2 || exit 2
  in_background dotnet "$(program SloFunctions.LocalHost)" gate "$@"
  wait_for "$!"
}
