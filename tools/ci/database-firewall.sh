#!/usr/bin/env bash
# Lets an address into a database in Azure, or takes that back. It asks for the resource itself: the names of the options of
# `az postgres flexible-server firewall-rule` are not the same in every version of the Azure CLI.
set -euo pipefail

usage='usage: database-firewall.sh allow|forget --group NAME --server NAME --rule NAME [--address ADDRESS]

  --address   an IPv4 address; for allow, unless told, the one that this machine is seen by (asked of api.ipify.org)'

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

action=${1-} group='' server='' rule='' address=''
[[ $action == allow || $action == forget ]] || fail "$usage"
shift
while (($#)); do
  case $1 in
    --group) group=${2-} ;;
    --server) server=${2-} ;;
    --rule) rule=${2-} ;;
    --address) address=${2-} ;;
    *) fail "$usage" ;;
  esac
  shift 2 || fail "$usage"
done
[[ -n $group && -n $server && -n $rule ]] || fail "$usage"

resource=(--resource-group "$group" --namespace Microsoft.DBforPostgreSQL --parent "flexibleServers/$server"
  --resource-type firewallRules --name "$rule" --api-version 2025-08-01)
if [[ $action == forget ]]; then
  exec az resource delete "${resource[@]}" --output none
fi
address=${address:-$(curl --fail --silent --show-error --max-time 20 https://api.ipify.org)}
[[ $address =~ ^[0-9]{1,3}(\.[0-9]{1,3}){3}$ ]] || fail "An IPv4 address is expected, not '$address'."
exec az resource create "${resource[@]}" --properties "{\"startIpAddress\":\"$address\",\"endIpAddress\":\"$address\"}" --output none
