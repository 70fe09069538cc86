# shellcheck shell=bash

run_bench() {
  (($# <= 1)) || die 'usage: ./slo bench [NAME]'
  need_dotnet
  begin_run
  fetch_servers
  prepare_dataset
  step 'Build the benchmarks' build_all Release "$local_host" tests/Benchmarks
  mkdir -p artifacts/bench
  export SLO_TELEMETRY_DATASET=$dataset TMPDIR=$run
  in_background dotnet "$(program Benchmarks)" "$@"
  wait_for "$!"
}
