# shellcheck shell=bash

run_apikey() {
  need_dotnet
  [[ -z ${SLO_DATABASE-} ]] || export Database__ConnectionString=${Database__ConnectionString:-$SLO_DATABASE}
  [[ -f local.settings.json || -n ${Database__ConnectionString-} ]] ||
    die 'There is no database to keep keys in. Set SLO_DATABASE, or Database__ConnectionString in local.settings.json.'
  begin_run
  # A new key is all there is on standard output.
  step 'Build the app' build_all "$configuration" "$local_host" >&2
  in_background dotnet "$(program SloFunctions.LocalHost)" apikey "$@"
  wait_for "$!"
}
