#!/usr/bin/env bash
# Turns an OpenMetrics file into Prometheus blocks in DIR, ready for prometheus.sh --data DIR.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

(($# == 2)) || die 'usage: backfill.sh METRICS.om DIR'
[[ -f $1 ]] || die "There is no file $1."
[[ -x $prometheus_home/usr/bin/promtool ]] || die "Prometheus is not fetched. Run: tools/servers/fetch.sh prometheus"

# promtool reads the whole file once for each block it writes: with its usual blocks of two hours, a month is 360 readings.
# Blocks of 39366 hours (the two-hour range times three to the power of nine) hold the data in one.
exec "$prometheus_home/usr/bin/promtool" tsdb create-blocks-from openmetrics --quiet --max-block-duration=39366h "$1" "$2"
