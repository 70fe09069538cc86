#!/usr/bin/env bash
# Proves that a database in Azure can be brought back: notes what it holds, restores it to now as a new server, verifies that, and
# deletes it, whatever happened. Needs az, signed in as who administers the database.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/../servers/paths.sh"
cd "$repository"

usage='usage: restore-azure.sh --group NAME --server NAME --database NAME --admin NAME [--restored NAME]
       restore-azure.sh --group NAME --delete NAME

  --admin     the administrator of Microsoft Entra ID who asks
  --restored  the name of the new server; the old one'"'"'s with -restored unless told
  --delete    only delete a server that such a run left behind; its name must end with -restored'

group='' server='' database='' admin='' restored='' leftover=''
while (($#)); do
  case $1 in
    --group) group=${2-} ;;
    --server) server=${2-} ;;
    --database) database=${2-} ;;
    --admin) admin=${2-} ;;
    --restored) restored=${2-} ;;
    --delete) leftover=${2-} ;;
    *) die "$usage" ;;
  esac
  shift 2 || die "$usage"
done
[[ -n $group ]] || die "$usage"
[[ -n $leftover || (-n $server && -n $database && -n $admin) ]] || die "$usage"
restored=${leftover:-${restored:-$server-restored}}
# Nothing else is ever deleted.
[[ $restored == *-restored && $restored != "$server" ]] || die "The name of a restored server ends with -restored, not so: $restored"
need az 'Install the Azure CLI: https://aka.ms/install-azure-cli'

# A server that is not there is what was wanted.
delete_restored() {
  az postgres flexible-server show --resource-group "$group" --name "$restored" --output none 2>/dev/null || return 0
  az postgres flexible-server delete --resource-group "$group" --name "$restored" --yes --output none
}

if [[ -n $leftover ]]; then
  delete_restored
  exit
fi

firewall() { # allow|forget, SERVER
  tools/ci/database-firewall.sh "$1" --group "$group" --server "$2" --rule restore-test ${RUNNER_ADDRESS:+--address "$RUNNER_ADDRESS"}
}

notes=$(mktemp)
finish() {
  rm -f "$notes"
  firewall forget "$server" || true
  delete_restored
}
trap finish EXIT

# PGPASSWORD is read by whoever connects; a token lasts an hour.
connect() { # SERVER
  local host
  host=$(az postgres flexible-server show --resource-group "$group" --name "$1" --query fullyQualifiedDomainName --output tsv)
  PGPASSWORD=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)
  export PGPASSWORD
  connection="Host=$host;Database=$database;Username=$admin;SSL Mode=VerifyFull"
}

echo "==> Note what $server holds"
firewall allow "$server"
connect "$server"
./slo drill counts --database "$connection" >"$notes"

echo '==> Wait until the backup has what was noted'
sleep "${RESTORE_DELAY:-600}"
moment=$(date -u -d "-${RESTORE_LAG:-300} seconds" +%Y-%m-%dT%H:%M:%SZ)

echo "==> Restore it to $moment as $restored"
began=$SECONDS
az postgres flexible-server restore --resource-group "$group" --name "$restored" --source-server "$server" --restore-time "$moment" --output none
echo "    restored in $((SECONDS - began)) s"

echo '==> Verify it'
firewall allow "$restored"
connect "$restored"
./slo drill verify --database "$connection" --against "$notes"
