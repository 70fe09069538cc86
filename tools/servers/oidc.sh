#!/usr/bin/env bash
# One OpenID Connect provider in the foreground, on 127.0.0.1 only, for the clients in FILE (oidc-clients.json shows the form).
# It signs with the keys in FILE, made when there is none: remove it and start again for other keys.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

usage='usage: oidc.sh --port N --keys FILE [--clients FILE]'

port='' keys='' clients=$repository/tools/servers/oidc-clients.json
while (($#)); do
  case $1 in
    --port) port=${2-} ;;
    --keys) keys=${2-} ;;
    --clients) clients=${2-} ;;
    *) die "$usage" ;;
  esac
  shift 2 || die "$usage"
done
[[ -n $port && -n $keys ]] || die "$usage"
need_port --port "$port"
[[ -f $clients ]] || die "There is no file $clients."
[[ -f $node_modules/oidc-provider/package.json ]] || die "The OpenID provider is not fetched. Run: tools/servers/fetch.sh npm"

exec node --no-warnings "$repository/tools/servers/oidc.mjs" "$port" "$keys" "$clients"
