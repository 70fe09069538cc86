#!/usr/bin/env bash
# Prints an access token of oidc.sh for a client: TOKEN=$(tools/servers/oidc-token.sh http://127.0.0.1:9000 admin)
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

(($# == 2)) || die 'usage: oidc-token.sh ISSUER CLIENT'
exec node --no-warnings "$repository/tools/servers/oidc-token.mjs" "$1" "$2"
