# shellcheck shell=bash
source tools/slo/suites.sh

run_test() {
  local pid command report=() code=0
  (($# <= 1)) || die 'usage: ./slo test [FILTER]'
  need_dotnet
  begin_run
  run_suites "${1-}"

  while read -r pid command; do
    report+=(--failure "A process was left running: $command")
    stop_process "$pid" TERM
  done < <(leftovers)
  [[ -z ${1-} ]] || report+=(--no-gates)
  node tools/test-report.mjs "$results" "${report[@]}" || code=$?
  exit "$code"
}
