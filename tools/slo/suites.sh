# Sourced by the commands that run tests: every test project, its results under artifacts/test-results.
# shellcheck shell=bash

results=artifacts/test-results

# One test project; its exit code is kept beside its results, for the report to judge.
run_suite() { # PROJECT, FILTER
  local name code=0 arguments
  name=$(basename "$1")
  mkdir -p "$results/$name"
  arguments=(--no-build --nologo -v q --results-directory "$results/$name" --logger "trx;LogFileName=$name.trx"
    --settings tools/coverage.runsettings --collect 'XPlat Code Coverage'
    --blame-hang-timeout 10m --blame-hang-dump-type none)
  [[ -z $2 ]] || arguments+=(--filter "$2")
  dotnet test "$1" "${arguments[@]}" >"$results/$name/output.log" 2>&1 || code=$?
  printf '%s\n' "$code" >"$results/$name/exit-code"
}

run_tool_tests() {
  mkdir -p "$results/tools"
  node --test --test-reporter=tap tools/test/ >"$results/tools/output.tap" 2>&1 || true
}

# Without it the test that looks at the pages is skipped, saying so.
try_chromium() {
  tools/servers/fetch.sh chromium || true
}

# Sets up everything tests need, and runs them. Results are whole, or absent.
run_suites() { # FILTER
  local project filter=$1 temporary=${TMPDIR:-/tmp}
  # A bare word is a part of a test's full name; anything else is the test platform's own filter language.
  [[ -z $filter || $filter == *[=~]* ]] || filter="FullyQualifiedName~$filter"
  fetch_servers
  step 'Fetch Chromium' try_chromium
  prepare_dataset
  step 'Build the solution' build_all Debug SloFunctions.sln

  export SLO_TELEMETRY_DATASET=$dataset SLO_REQUIRE_SERVERS=1 TMPDIR=$run/tmp
  mkdir -p "$TMPDIR"
  ((EUID != 0)) || chmod 711 "$TMPDIR"
  rm -rf "$results"
  mkdir -p "$results"
  [[ -n $filter ]] || step 'Tests of the tools' run_tool_tests
  for project in tests/*.Tests; do
    step "$(basename "$project")" run_suite "$project" "$filter"
  done
  export TMPDIR=$temporary
  [[ -n $filter ]] || sources_digest >"$results/sources"
}
