#!/usr/bin/env bash
# Runs the system's Chromium or the fetched one, headless, with the arguments given.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

program=$chromium_home/usr/lib/chromium/chromium
if [[ -x $program ]]; then
  # Its libraries lie beside it, some in folders of their own.
  libraries=$(find "$chromium_home" -name '*.so*' -printf '%h\n' | sort -u | tr '\n' ':')
  export LD_LIBRARY_PATH=$libraries${LD_LIBRARY_PATH-}
else
  program=$(command -v chromium) || die 'Chromium is missing. Fetch it: tools/servers/fetch.sh chromium'
fi

# Nothing but this machine can be reached, whatever a page asks for. As root there is no sandbox.
arguments=(--headless=new --disable-gpu --no-first-run --disable-dev-shm-usage --disable-background-networking --disable-component-update
  --disable-sync '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
((EUID != 0)) || arguments+=(--no-sandbox)
exec "$program" "${arguments[@]}" "$@"
