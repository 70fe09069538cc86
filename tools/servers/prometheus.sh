#!/usr/bin/env bash
# One Prometheus in the foreground, on 127.0.0.1 only. It serves the blocks in DIR, and scrapes what FILE says: nothing unless told.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

usage='usage: prometheus.sh --data DIR --port N [--retention TIME] [--config FILE]

  --retention   how old a sample may be before it is deleted; 100y unless told'

data='' port='' retention=100y config=''
while (($#)); do
  case $1 in
    --data) data=${2-}; shift 2 || die "$usage" ;;
    --port) port=${2-}; shift 2 || die "$usage" ;;
    --config) config=${2-}; shift 2 || die "$usage" ;;
    --retention) retention=${2-}; shift 2 || die "$usage" ;;
    *) die "$usage" ;;
  esac
done
[[ -n $data && -n $port ]] || die "$usage"
need_port --port "$port"
[[ $retention =~ ^[0-9]+(ms|s|m|h|d|w|y)$ ]] || die "--retention needs a Prometheus duration such as 30d, not '$retention'"
[[ -x $prometheus_home/usr/bin/prometheus ]] || die "Prometheus is not fetched. Run: tools/servers/fetch.sh prometheus"

mkdir -p "$data"
exec "$prometheus_home/usr/bin/prometheus" \
  --config.file="${config:-$repository/tools/servers/prometheus.yml}" \
  --storage.tsdb.path="$data" --storage.tsdb.retention.time="$retention" \
  --web.listen-address="127.0.0.1:$port" --log.level=warn
