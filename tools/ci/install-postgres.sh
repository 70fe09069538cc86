#!/usr/bin/env bash
# Installs a version of PostgreSQL from apt.postgresql.org, on Debian or Ubuntu, and prints the folder of its programs:
# SLO_POSTGRES_BIN=$(tools/ci/install-postgres.sh 17) ./slo test
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/../servers/paths.sh"

[[ ${1-} =~ ^[0-9]{2}$ ]] || die 'usage: install-postgres.sh VERSION'
folder=/usr/lib/postgresql/$1/bin
if [[ ! -x $folder/postgres ]]; then
  as_root=()
  ((EUID == 0)) || as_root=(sudo)
  {
    "${as_root[@]}" apt-get -qq update
    "${as_root[@]}" apt-get -qq install --yes postgresql-common
    # The package knows the address and the key of the archive.
    "${as_root[@]}" /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y
    "${as_root[@]}" apt-get -qq install --yes --no-install-recommends "postgresql-$1"
  } >&2
fi
[[ -x $folder/postgres ]] || die "postgresql-$1 did not bring $folder/postgres."
printf '%s\n' "$folder"
