# shellcheck shell=bash

storage_usage='usage: ./slo storage [--json] [--services N] [--sizes FILE]

  --services   the fleet whose year is projected; 5000 unless told
  --sizes      figures that were taken before (database sizes of the local host), instead of a database'

run_storage() {
  local sizes='' arguments=()
  while (($#)); do
    case $1 in
      --json) arguments+=(--json); shift ;;
      --services) arguments+=(--services "${2-}"); shift 2 || die "$storage_usage" ;;
      --sizes) sizes=${2-}; shift 2 || die "$storage_usage" ;;
      *) die "$storage_usage" ;;
    esac
  done
  if [[ -z $sizes ]]; then
    need_dotnet
    [[ -z ${SLO_DATABASE-} ]] || export Database__OwnerConnectionString=$SLO_DATABASE
    [[ -f local.settings.json || -n ${Database__OwnerConnectionString-} ]] ||
      die 'There is no database to measure. Set SLO_DATABASE, or Database__OwnerConnectionString in local.settings.json.'
    begin_run
    step 'Build the app' build_all "$configuration" "$local_host" >&2
    sizes=$run/sizes.json
    in_background dotnet "$(program SloFunctions.LocalHost)" database sizes >"$sizes"
    wait_for "$!"
  fi
  [[ -f $sizes ]] || die "There is no file $sizes."
  node tools/storage.mjs "$sizes" "${arguments[@]}"
}
