# shellcheck shell=bash

run_audit() {
  # Exit code 1 says that an entry is broken; all that keeps from looking is 2.
  need_dotnet
  [[ -z ${SLO_DATABASE-} ]] || export Database__OwnerConnectionString=$SLO_DATABASE
  if [[ ! -f local.settings.json && -z ${Database__OwnerConnectionString-} ]]; then
    printf '%s\n' 'There is no database to verify. Set SLO_DATABASE, or Database__OwnerConnectionString in local.settings.json.' >&2
    exit 2
  fi
  begin_run
  # What is printed on the standard output is the answer alone.
  step 'Build the app' build_all "$configuration" "$local_host" >&2
  in_background dotnet "$(program SloFunctions.LocalHost)" audit "$@"
  wait_for "$!"
}
