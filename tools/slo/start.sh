# shellcheck shell=bash

run_start() {
  local port=${SLO_PORT-} arguments=()
  if [[ ${1-} == --port ]]; then
    port=${2-}
    shift 2 || die '--port needs a number'
    need_port --port "$port"
  fi
  (($# == 0)) || die 'usage: ./slo start [--port N]'
  # Unless told here, the port is the settings' own.
  [[ -z $port ]] || arguments=(--port "$port")
  need_dotnet
  [[ -z ${SLO_DATABASE-} ]] || export Database__ConnectionString=${Database__ConnectionString:-$SLO_DATABASE}
  [[ -f local.settings.json || -n ${Database__ConnectionString-} ]] ||
    die 'There are no settings. Copy local.settings.sample.json to local.settings.json and fill it in, or set SLO_DATABASE.'
  begin_run
  step 'Build the app' build_all "$configuration" "$local_host"
  in_background dotnet "$(program SloFunctions.LocalHost)" "${arguments[@]}"
  wait_for "$!"
}
