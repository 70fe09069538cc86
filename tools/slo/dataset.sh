# Sourced by ./slo: a month of generated telemetry that ends with the current hour, as Prometheus blocks.
# shellcheck shell=bash

generate_dataset() { # FOLDER, END
  local staging
  mkdir -p "$cache/telemetry"
  exec 8>"$cache/telemetry.lock"
  flock 8
  [[ -d $1 ]] && return
  staging=$(mktemp -d "$cache/telemetry/new.XXXXXX")
  # shellcheck disable=SC2064 # the folder is known now
  trap "rm -rf '$staging'" EXIT
  chmod 755 "$staging"
  dotnet "$(program SloFunctions.TelemetryGenerator)" --services 50 --days 30 --step 300 --end "$2" --out "$staging"
  [[ -s $staging/metrics.om && -s $staging/truth.json && -s $staging/graph.json ]] || die 'The generator did not write all its files.'
  tools/servers/backfill.sh "$staging/metrics.om" "$staging/prometheus"
  rm "$staging/metrics.om"
  mv -T "$staging" "$1"
  # Those of the last hours may be in use by another run.
  find "$cache/telemetry" -mindepth 1 -maxdepth 1 -type d -mmin +120 -not -path "$1" -exec rm -rf {} +
}

# Sets dataset to its folder.
prepare_dataset() {
  local end version
  end=$(date -u +%Y-%m-%dT%H:00:00Z)
  version=$(find "$generator" tools/servers/backfill.sh -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12)
  dataset=$cache/telemetry/${end//[:-]/}-$version
  if [[ -d $dataset ]]; then
    note "Telemetry of 30 days up to $end: already here"
    return
  fi
  step 'Build the telemetry generator' build_all Release "$generator"
  step "Generate 30 days of telemetry up to $end" generate_dataset "$dataset" "$end"
}

# A day and two hours of 5,000 services, for a benchmark whose clock is set to it: it never grows old. Steps of five minutes,
# since those of one would take a quarter of an hour to write.
generate_fleet_dataset() { # FOLDER
  local staging
  exec 7>"$cache/fleet.lock"
  flock 7
  [[ -d $1 ]] && return
  mkdir -p "$cache/fleet"
  staging=$(mktemp -d "$cache/fleet/new.XXXXXX")
  # shellcheck disable=SC2064 # the folder is known now
  trap "rm -rf '$staging'" EXIT
  chmod 755 "$staging"
  dotnet "$(program SloFunctions.TelemetryGenerator)" --services 5000 --hours 26 --step 300 --scenario plain \
    --end 2026-06-15T02:00:00Z --out "$staging"
  tools/servers/backfill.sh "$staging/metrics.om" "$staging/prometheus"
  rm "$staging/metrics.om"
  mv -T "$staging" "$1"
  find "$cache/fleet" -mindepth 1 -maxdepth 1 -type d -mmin +120 -not -path "$1" -exec rm -rf {} +
}

# Sets fleet to its folder.
prepare_fleet_dataset() {
  local version
  version=$(find "$generator" tools/servers/backfill.sh -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12)
  fleet=$cache/fleet/$version
  if [[ -d $fleet ]]; then
    note 'Telemetry of 5,000 services: already here'
    return
  fi
  step 'Build the telemetry generator' build_all Release "$generator"
  step 'Generate a day of telemetry of 5,000 services' generate_fleet_dataset "$fleet"
}
