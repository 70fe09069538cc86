# shellcheck shell=bash

run_dashboards() {
  need node 'Install Node.js 20: https://nodejs.org'
  if [[ ${1-} == --ask ]]; then
    shift
    node tools/dashboards/ask.mjs "$@"
  else
    (($# == 0)) || die 'usage: ./slo dashboards [--ask PROMETHEUS-URL [--scrape SECONDS]]'
    node tools/dashboards/generate.mjs
  fi
}
