# shellcheck shell=bash
source tools/slo/suites.sh

run_check() {
  local static=false
  [[ ${1-} != --static ]] || { static=true; shift; }
  (($# == 0)) || die 'usage: ./slo check [--static]'
  need_dotnet
  begin_run
  step 'Sizes of files' check_sizes
  step 'Syntax of scripts' check_scripts
  step 'Dashboards are as described' node tools/dashboards/generate.mjs --check
  step 'Build, with warnings as errors' build_all Debug SloFunctions.sln
  step 'Format' dotnet format SloFunctions.sln --no-restore --verify-no-changes
  ! $static || return 0
  # The gates judge the last complete test run; it is repeated when the sources have changed since.
  if [[ ! -f $results/sources || $(<"$results/sources") != "$(sources_digest)" ]]; then
    run_suites ''
  fi
  node tools/test-report.mjs "$results"
}

check_sizes() {
  local long
  long=$(find src tests tools slo infra bicep .ci -type f \( -name '*.cs' -o -name '*.sh' -o -name '*.mjs' -o -name '*.bicep' -o -name '*.sql' -o -name slo \) \
    -not -path '*/node_modules/*' -exec awk 'FNR == 301 { print FILENAME }' {} + 2>/dev/null || true)
  [[ -z $long ]] || die "Longer than 300 lines: ${long//$'\n'/, }"
}

check_scripts() {
  local script
  while read -r script; do
    bash -n "$script"
  done < <(find slo .ci/run tools infra -name node_modules -prune -o -type f \( -name '*.sh' -o -name slo -o -name run \) -print)
  command -v shellcheck >/dev/null || return 0
  shellcheck -x slo .ci/run tools/*/*.sh infra/hooks/*.sh
}
