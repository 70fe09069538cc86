# Sourced by ./slo: loses a database and brings it back, and verifies databases that were brought back elsewhere.
# shellcheck shell=bash
source tools/slo/drill-steps.sh

drill_usage='usage: ./slo drill restore [--keep]
       ./slo drill counts [--database CONNECTION] >FILE
       ./slo drill verify [--database CONNECTION] [--against FILE]

  restore   on a PostgreSQL of its own: archives, backs up, goes on writing, damages, kills the server and loses its data; restores to the
            moment before the damage, verifies, measures; figures in artifacts/drill/restore.json
  counts    rows of each table and the ends of the audit logs, as JSON
  verify    whether a restored database has all migrations and intact audit logs, and holds what counts noted; exit code 1 when not

  --keep       leave servers'"'"' folders, backup and archive where they are
  --database   an owner'"'"'s connection string; else SLO_DATABASE, else Database__OwnerConnectionString'

run_drill() {
  local action=${1-}
  case $action in
    restore | counts | verify) shift; "drill_$action" "$@" ;;
    *) die "$drill_usage" ;;
  esac
}

drill_counts() {
  read_drill_options '--database' "$@"
  prepare_inspection
  inspect database counts
}

drill_verify() {
  read_drill_options '--database --against' "$@"
  [[ -z $against || -f $against ]] || die "There is no file $against."
  prepare_inspection
  verify_database "$against" || die 'The database is not what it should be (see above).'
}

read_drill_options() { # ALLOWED, ARGUMENTS... Sets database and against.
  local allowed=$1
  database='' against=''
  shift
  while (($#)); do
    [[ " $allowed " == *" $1 "* && -n ${2-} ]] || die "$drill_usage"
    case $1 in
      --database) database=$2 ;;
      --against) against=$2 ;;
    esac
    shift 2
  done
}

prepare_inspection() {
  need_dotnet
  database=${database:-${SLO_DATABASE-}}
  [[ -z $database ]] || export Database__OwnerConnectionString=$database
  [[ -n ${Database__OwnerConnectionString-} || -f local.settings.json ]] ||
    die 'There is no database to look at. Give --database, or set SLO_DATABASE or Database__OwnerConnectionString.'
  begin_run
  step 'Build the app' build_all "$configuration" "$local_host" >&2
}

drill_restore() {
  local began=$SECONDS damaged target failed verified recovered backup_bytes
  while (($#)); do
    case $1 in
      --keep) keep_run=true ;;
      *) die "$drill_usage" ;;
    esac
    shift
  done
  need_dotnet
  begin_run
  fetch_servers
  step 'Build the app' build_all "$configuration" "$local_host"
  dataset=${SLO_TELEMETRY_DATASET-}
  [[ -n $dataset ]] || prepare_dataset

  echo '==> Start the servers'
  start_archiving_postgres
  start_azurite
  start_prometheus "$dataset/prometheus"
  start_oidc
  step 'Migrate the database' migrate_for_drill
  start_drilled_app app "$postgres_port"
  fill_database

  step 'Take the base backup' node tools/drill/base-backup.mjs "$postgres_port" "$run/postgres/cluster" "$run/backup"
  backup_bytes=$(stat -c %s "$run/backup/base.tar")
  start_writer
  sleep 1
  stop_server writer

  inspect_port "$postgres_port"
  inspect database counts >"$run/noted.json" || die 'The database could not be counted (see above).'
  target=$(server_time)
  note "Noted at $target: $(node tools/drill/compare.mjs "$run/noted.json" "$run/noted.json")"
  sleep 0.2

  start_writer
  damage_database
  damaged=$(server_time)
  note "Damaged at $damaged: SLOs and audit entries deleted, a table dropped"
  await_archive
  sleep "$((RANDOM % archive_timeout)).5"
  failed=$EPOCHREALTIME
  lose_server
  stop_server writer
  stop_server app
  note "The server is killed and its data gone, $(last_written) writes acknowledged"

  echo "==> Restore to $target"
  restore_cluster restored --set "recovery_target_time=$target" --set recovery_target_action=promote
  inspect_port "$restored_port"
  verify_database "$run/noted.json" || die 'The restored database is not what it was (see above).'
  start_drilled_app restored-app "$restored_port"
  verified=$EPOCHREALTIME
  stop_server restored-app
  stop_server restored

  echo '==> Restore to the end of the archive'
  restore_cluster latest
  recovered=$(last_recovered "$restored_port")
  inspect_port "$restored_port"
  # The damage is in the archive: a verification that does not see it here would see nothing anywhere.
  if verify_database "$run/noted.json" >"$run/latest-verification.log"; then die 'The verification does not see the damage.'; fi
  grep -q '^    slo.sli_daily_counts: .* noted, no table found$' "$run/latest-verification.log" ||
    { cat "$run/latest-verification.log" >&2; die 'The verification does not name the table that was dropped.'; }
  note 'The same verification finds the damage here, as it must'

  printf '==> Figures (after %d s)\n' $((SECONDS - began))
  node tools/drill/report.mjs artifacts/drill/restore.json --acknowledged "$run/acknowledged" --recovered "$recovered" --counts "$run/noted.json" \
    --target "$target" --failed "$failed" --verified "$verified" --backup-bytes "$backup_bytes" --archive-timeout "$archive_timeout"
}
