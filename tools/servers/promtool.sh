#!/usr/bin/env bash
# Prometheus' own tool, with the arguments given: promtool.sh test rules FILE
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

[[ -x $prometheus_home/usr/bin/promtool ]] || die "Prometheus is not fetched. Run: tools/servers/fetch.sh prometheus"
exec "$prometheus_home/usr/bin/promtool" "$@"
