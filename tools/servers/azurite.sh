#!/usr/bin/env bash
# One Azurite (Azure Storage's emulator) in the foreground, on 127.0.0.1 only, without telemetry.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

usage='usage: azurite.sh --data DIR --port-blob N --port-queue N --port-table N'

data='' blob='' queue='' table=''
while (($#)); do
  case $1 in
    --data) data=${2-} ;;
    --port-blob) blob=${2-} ;;
    --port-queue) queue=${2-} ;;
    --port-table) table=${2-} ;;
    *) die "$usage" ;;
  esac
  shift 2 || die "$usage"
done
[[ -n $data && -n $blob && -n $queue && -n $table ]] || die "$usage"
need_port --port-blob "$blob"
need_port --port-queue "$queue"
need_port --port-table "$table"
[[ -f $node_modules/azurite/dist/src/azurite.js ]] || die "Azurite is not fetched. Run: tools/servers/fetch.sh npm"

mkdir -p "$data"
# The service libraries ask for API versions newer than any Azurite knows.
exec node "$node_modules/azurite/dist/src/azurite.js" --location "$data" \
  --blobHost 127.0.0.1 --blobPort "$blob" --queueHost 127.0.0.1 --queuePort "$queue" --tableHost 127.0.0.1 --tablePort "$table" \
  --disableTelemetry --silent --skipApiVersionCheck
