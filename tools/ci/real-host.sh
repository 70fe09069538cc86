#!/usr/bin/env bash
# Starts a published app on Azure Functions Core Tools, with a PostgreSQL, Azurite and Prometheus of its own, and runs a command against
# it: SLO_BASE_URL and SLO_API_KEY tell it where and with which key, SLO_TELEMETRY_DATASET what the Prometheus holds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tools/servers/paths.sh
source tools/servers/paths.sh
for part in progress processes dotnet servers dataset; do
  # shellcheck source=/dev/null
  source "tools/slo/$part.sh"
done

usage='usage: real-host.sh PUBLISHED-FOLDER COMMAND...

  Needs func, of Azure Functions Core Tools 4: npm install --global azure-functions-core-tools@4'

(($# >= 2)) || die "$usage"
[[ -f $1/host.json ]] || die "$1 holds no published app."
published=$(cd "$1" && pwd -P)
shift
need func 'Install it: npm install --global azure-functions-core-tools@4'
need_dotnet
begin_run
fetch_servers
step 'Build the tools' build_all Release src/SloFunctions.LocalHost
prepare_dataset

start_postgres
start_azurite
start_prometheus "$dataset/prometheus"
password=$(node -p 'require("node:crypto").randomBytes(18).toString("hex")')
Database__OwnerConnectionString=$owner_connection dotnet "$(program SloFunctions.LocalHost)" migrate up --app-login slo_host --app-password "$password"
export Database__ConnectionString="Host=127.0.0.1;Port=$postgres_port;Username=slo_host;Password=$password;Database=slo"
SLO_API_KEY=$(dotnet "$(program SloFunctions.LocalHost)" apikey create --name host --role sre_admin --limit '*=1000000')
export SLO_API_KEY

# Nothing happens by itself: tests fire what they need. The settings' names are those of the sample.
while read -r schedule; do
  export "$schedule=0 0 0 1 1 *"
done < <(grep -oE '"[A-Z_]+_SCHEDULE"' local.settings.sample.json | tr -d '"')
port=$(free_ports 1)
export FUNCTIONS_WORKER_RUNTIME=dotnet-isolated AzureWebJobsStorage=$storage_connection Prometheus__Url=$prometheus_url
export SLO_BASE_URL=http://127.0.0.1:$port SLO_TELEMETRY_DATASET=$dataset
cd "$published"
start_server func INT func start --no-build --port "$port"
cd "$repository"
await func http "$SLO_BASE_URL/api/v1/health"
note "The app on $SLO_BASE_URL"

code=0
in_background "$@"
wait_for "$!" || code=$?
((code == 0)) || tail -n 50 "$run/func.log" >&2
exit "$code"
