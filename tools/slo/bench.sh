# shellcheck shell=bash

# Without it the benchmark says so, and shows our time alone.
try_networkx() {
  tools/servers/fetch.sh networkx || true
}

run_bench() {
  (($# <= 1)) || die 'usage: ./slo bench [NAME]'
  need_dotnet
  begin_run
  # The mathematics needs no servers.
  case ${1-} in
    composite | tarjan | drift-detectors | drift-calibration) ;;
    aggregation-5000 | recommendations-5000 | bulk-5000 | bulk-killed-5000 | storage-5000 | drift-5000 | audit | budgets | alert-export | scale | scale-queries) fetch_servers ;;
    *) fetch_servers; prepare_dataset ;;
  esac
  case ${1-} in
    '' | tarjan) step 'Fetch networkx' try_networkx ;;
  esac
  case ${1-} in
    '' | aggregation-5000) prepare_fleet_dataset ;;
  esac
  case ${1-} in
    '' | drift-5000) prepare_minutes_dataset ;;
  esac
  case ${1-} in
    scale-queries) prepare_scale_datasets ;;
  esac
  step 'Build the benchmarks' build_all "$configuration" "$local_host" tests/Benchmarks
  mkdir -p artifacts/bench
  export SLO_TELEMETRY_DATASET=${dataset-} SLO_FLEET_DATASET=${fleet-} SLO_MINUTES_DATASET=${minutes-} SLO_SCALE_DATASETS=${scale-} TMPDIR=$run
  in_background dotnet "$(program Benchmarks)" "$@"
  wait_for "$!"
}
