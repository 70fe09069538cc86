# shellcheck shell=bash

run_migrate() {
  case ${1-} in
    up | down | status) ;;
    *) die 'usage: ./slo migrate up|down|status' ;;
  esac
  need_dotnet
  [[ -z ${SLO_DATABASE-} ]] || export Database__OwnerConnectionString=$SLO_DATABASE
  [[ -f local.settings.json || -n ${Database__OwnerConnectionString-} ]] ||
    die 'There is no database to migrate. Set SLO_DATABASE, or Database__OwnerConnectionString in local.settings.json.'
  begin_run
  step 'Build the app' build_all "$configuration" "$local_host"
  in_background dotnet "$(program SloFunctions.LocalHost)" migrate "$@"
  wait_for "$!"
}
