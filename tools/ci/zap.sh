#!/usr/bin/env bash
# OWASP ZAP's baseline scan, which attacks nothing, in a container; fails at findings of medium or high risk. Reports are in artifacts/zap.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/../servers/paths.sh"

# 2.17.0
image=ghcr.io/zaproxy/zaproxy@sha256:8d387b1a63e3425beef4846e39719f5af2a787753af2d8b6558c6257d7a577a2

[[ ${1-} == http://* || ${1-} == https://* ]] || die 'usage: zap.sh URL'
need docker 'Install it: https://docs.docker.com/engine/install'
reports=$repository/artifacts/zap
rm -rf "$reports"
# In the container it is another user who writes.
mkdir -p -m 777 "$reports"
chmod 777 "$reports"
# Its own exit code mixes what is weak with what is merely noted; the gate reads the report.
docker run --rm --network host --volume "$reports:/zap/wrk" "$image" zap-baseline.py -t "$1" -I -J report.json -r report.html || true
exec node "$repository/tools/ci/zap-gate.mjs" "$reports/report.json"
