# Sourced by drill.sh: its single steps.
# shellcheck shell=bash

archive_timeout=5 # seconds after which a segment is archived though it is not full
drill_password=drill-$RANDOM$RANDOM$RANDOM

# Verifies with the same two questions, wherever a database was restored. Prints what it finds; fails when anything is not as it must be.
verify_database() { # FILE OF COUNTS, OR NOTHING TO COMPARE WITH
  local code=0 status
  if [[ -n $1 ]]; then
    inspect database counts >"$run/found.json" || return
    node tools/drill/compare.mjs "$1" "$run/found.json" >"$run/compared.log" || code=1
    indent <"$run/compared.log"
  fi
  inspect audit verify >"$run/audit.log" 2>&1 || code=1
  indent <"$run/audit.log"
  status=$(inspect migrate status 2>&1) || code=1
  indent <<<"migrations: $status"
  [[ $status =~ ^at\ version\ [0-9]+,\ 0\ pending$ ]] || code=1
  return "$code"
}

indent() {
  sed 's/^/    /'
}

# The app's own program on the owner's connection in Database__OwnerConnectionString.
inspect() {
  dotnet "$(program SloFunctions.LocalHost)" "$@"
}

inspect_port() { # PORT
  export Database__OwnerConnectionString="Host=127.0.0.1;Port=$1;Username=postgres;Database=slo" AuditAnchors__ConnectionString=$storage_connection
}

drill_query() { # PORT, SQL
  node tools/servers/query.mjs "$1" "$2" slo
}

server_time() {
  drill_query "$postgres_port" "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'"
}

# A cluster as it would run in earnest: durable, its log archived.
start_archiving_postgres() {
  archive=$run/archive
  mkdir "$archive"
  ((EUID != 0)) || chown nobody:nogroup "$archive"
  postgres_port=$(free_ports 1)
  # Renamed when it is whole: half a segment must never be taken for one.
  start_server postgres INT tools/servers/postgres.sh --data "$run/postgres" --port "$postgres_port" \
    --set wal_level=replica --set archive_mode=on --set "archive_timeout=$archive_timeout" \
    --set "archive_command=test ! -f \"$archive/%f\" && cp \"%p\" \"$archive/%f.part\" && mv \"$archive/%f.part\" \"$archive/%f\""
  await postgres postgres "$postgres_port"
  node tools/servers/query.mjs "$postgres_port" 'CREATE DATABASE slo'
  note "PostgreSQL on port $postgres_port, its log archived at least every $archive_timeout s"
}

migrate_for_drill() {
  Database__OwnerConnectionString="Host=127.0.0.1;Port=$postgres_port;Username=postgres;Database=slo" \
    inspect migrate up --app-login slo_drill --app-password "$drill_password"
}

# Its timers rest, so that between the note and the damage nothing is written but by the drill itself. A week of history is enough to lose.
start_drilled_app() { # NAME, PORT OF THE DATABASE
  local port schedules
  port=$(free_ports 1)
  app_url=http://localhost:$port
  mapfile -t schedules < <(node -p 'Object.keys(require("./local.settings.sample.json").Values).filter(name => name.endsWith("_SCHEDULE")).map(name => `${name}=0 0 0 1 1 *`).join("\n")')
  start_server "$1" TERM env Database__ConnectionString="$(app_connection "$2")" Prometheus__Url="$prometheus_url" \
    Identity__Provider=oidc Identity__Authority="$identity_issuer" Identity__Audience=slo-functions Identity__RequireHttpsMetadata=false \
    AzureWebJobsStorage="$storage_connection" "${schedules[@]}" LocalHost__StateDirectory="$run/timers" Aggregation__HistoryDays=7 \
    dotnet "$(program SloFunctions.LocalHost)" --port "$port"
  await "$1" http "$app_url/api/v1/health/ready"
  note "The app on $app_url, ready"
}

app_connection() { # PORT
  printf 'Host=127.0.0.1;Port=%s;Username=slo_drill;Password=%s;Database=slo\n' "$1" "$drill_password"
}

fill_database() {
  SLO_API_KEY=$(Database__ConnectionString=$(app_connection "$postgres_port") inspect \
    apikey create --name drill --role sre_admin --limit '*=1000000' 2>"$run/apikey.log") || die "$(cat "$run/apikey.log")"
  SLO_TOKEN=$(tools/servers/oidc-token.sh "$identity_issuer" admin)
  export SLO_API_KEY SLO_TOKEN
  in_background node tools/drill/fill.mjs "$app_url" "$dataset/graph.json"
  wait_for "$!" || { tail -n 20 "$run/app.log" >&2; die 'The database could not be filled (the last lines of the app are above).'; }
}

# Returns when something of it is acknowledged.
start_writer() {
  local last
  last=$(last_written)
  start_server writer TERM node tools/drill/writer.mjs "$app_url" "$run/acknowledged" $((last + 1))
  await_writes 1
}

await_writes() { # MORE THAN NOW
  local last tries
  last=$(last_written)
  for ((tries = 0; tries < 300; tries++)); do
    (($(last_written) >= last + $1)) && return
    sleep 0.1
  done
  tail -n 20 "$run/writer.log" >&2
  die 'Nothing was written within 30 seconds (the last lines of the writer are above).'
}

last_written() {
  if [[ -s $run/acknowledged ]]; then tail -n 1 "$run/acknowledged" | cut -d ' ' -f 1; else echo 0; fi
}

# The last write that a restored database holds.
last_recovered() { # PORT
  drill_query "$1" "SELECT coalesce(max(substr(service_id, 7)::integer), 0) FROM slo.services WHERE service_id ~ '^drill-[0-9]+\$'"
}

# What a wrong hand does, as a superuser whom neither rights nor triggers stop.
damage_database() {
  drill_query "$postgres_port" "
    ALTER TABLE slo.slo_audit_log DISABLE TRIGGER slo_audit_log_append_only;
    DELETE FROM slo.slo_audit_log WHERE sequence = 1;
    DELETE FROM slo.active_slos;
    DROP TABLE slo.sli_daily_counts CASCADE;"
}

# Waits until the damage, and some of what was written after it, is in the archive.
await_archive() {
  local tries segment archived
  await_writes 2
  segment=$(drill_query "$postgres_port" 'SELECT pg_walfile_name(pg_current_wal_lsn())')
  for ((tries = 0; tries < 300; tries++)); do
    archived=$(drill_query "$postgres_port" "SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver")
    [[ ! $archived < $segment ]] && return
    sleep 0.1
  done
  die "Nothing was archived within 30 seconds: $segment is waited for (see $run/postgres.log)."
}

# As when its machine is gone: every process of it at once, and all it had stored but the archive and the backup.
lose_server() {
  local entry pid name
  for entry in "${servers[@]}"; do
    read -r pid _ name <<<"$entry"
    [[ $name == postgres ]] || continue
    # shellcheck disable=SC2046 # one word a process
    kill -KILL "$pid" $(grep -lsx "PPid:[[:space:]]*$pid" /proc/[0-9]*/status | cut -d / -f 3) 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$run/postgres"
  forget_server postgres
}

# Sets restored_port. Connections are taken only when the recovery has ended.
restore_cluster() { # NAME, SETTINGS OF THE RECOVERY...
  local folder=$run/$1 name=$1
  shift
  mkdir -p "$folder/cluster"
  tar --extract --preserve-permissions --file "$run/backup/base.tar" --directory "$folder/cluster"
  cp "$run/backup/backup_label" "$folder/cluster"
  [[ ! -f $run/backup/tablespace_map ]] || cp "$run/backup/tablespace_map" "$folder/cluster"
  touch "$folder/cluster/recovery.signal"
  find "$folder/cluster" -maxdepth 1 -type f -exec chown --reference "$folder/cluster/PG_VERSION" {} +
  restored_port=$(free_ports 1)
  start_server "$name" INT tools/servers/postgres.sh --data "$folder" --port "$restored_port" --set hot_standby=off \
    --set "restore_command=cp \"$archive/%f\" \"%p\"" "$@"
  await "$name" postgres "$restored_port"
  note "Restored on port $restored_port from $(find "$archive" -type f -name '????????????????????????' | wc -l) archived segments"
}
