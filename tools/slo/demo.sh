# shellcheck shell=bash

run_demo() {
  local exit_after=false app_connection password url key scraper token schedules port=${SLO_PORT:-7071}
  while (($#)); do
    case $1 in
      --exit) exit_after=true; shift ;;
      --port) port=${2-}; shift 2 || die '--port needs a number' ;;
      *) die 'usage: ./slo demo [--exit] [--port N]' ;;
    esac
  done
  need_port --port "$port"
  need_dotnet
  begin_run
  fetch_servers
  refuse_taken_port "$port"
  step 'Build the app' build_all "$configuration" "$local_host"
  prepare_dataset

  echo '==> Start the servers'
  start_postgres
  start_azurite
  start_oidc
  app_connection=$owner_connection
  if [[ -n $postgres_port ]]; then
    password=$(node -p 'require("node:crypto").randomBytes(18).toString("hex")')
    app_connection="Host=127.0.0.1;Port=$postgres_port;Username=slo_demo;Password=$password;Database=slo"
    step 'Migrate the database' migrate up --app-login slo_demo --app-password "$password"
  else
    step 'Migrate the database' migrate up
  fi
  key=$(create_key demo sre_admin)
  scraper=$(create_key prometheus viewer)
  start_prometheus "$dataset/prometheus" "$port" "$scraper"

  url=http://localhost:$port
  mapfile -t schedules < <(node -p 'Object.entries(require("./local.settings.sample.json").Values).filter(([name]) => name.endsWith("_SCHEDULE")).map(s => s.join("=")).join("\n")')
  start_server app TERM env Database__ConnectionString="$app_connection" Prometheus__Url="$prometheus_url" \
    Identity__Provider=oidc Identity__Authority="$identity_issuer" Identity__Audience=slo-functions Identity__RequireHttpsMetadata=false \
    AzureWebJobsStorage="$storage_connection" "${schedules[@]}" \
    LocalHost__StateDirectory="$run/timers" dotnet "$(program SloFunctions.LocalHost)" --port "$port"
  await app http "$url/api/v1/health"
  note "The app on $url"

  token=$(tools/servers/oidc-token.sh "$identity_issuer" admin)
  in_background env SLO_API_KEY="$key" SLO_USER_TOKEN="$token" node tools/demo.mjs "$url" "$dataset/graph.json"
  wait_for "$!" || { tail -n 20 "$run/app.log" >&2; die 'The demonstration failed (the last lines of the app are above).'; }
  $exit_after && return
  note "What its dashboards ask: ./slo dashboards --ask $prometheus_url"
  note "Its pages: $url/docs and $url/redoc. A person's token: tools/servers/oidc-token.sh $identity_issuer admin"
  printf '\nThe app stays at %s; its log is %s. Ctrl-C stops everything.\n' "$url" "$run/app.log"
  wait "${servers[-1]%% *}" || true
  tail -n 20 "$run/app.log" >&2
  die 'The app ended by itself (its last lines are above).'
}

migrate() {
  Database__OwnerConnectionString=$owner_connection dotnet "$(program SloFunctions.LocalHost)" migrate "$@"
}

create_key() { # NAME, ROLE
  Database__ConnectionString=$app_connection dotnet "$(program SloFunctions.LocalHost)" apikey create --name "$1" --role "$2" 2>"$run/apikey.log" ||
    die "$(cat "$run/apikey.log")"
}

refuse_taken_port() {
  node -e 'require("node:net").createServer().once("error", () => process.exit(1)).listen(+process.argv[1], () => process.exit(0))' "$1" ||
    die "Port $1 is taken by another program. Stop it, or choose another with --port N or SLO_PORT."
}
