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
  step 'Build the telemetry generator' build_all "$configuration" "$generator"
  step "Generate 30 days of telemetry up to $end" generate_dataset "$dataset" "$end"
}

# Fleets without a story.
generate_services() { # FOLDER, SERVICES, HOURS, STEP IN SECONDS, END
  local staging parent
  parent=$(dirname "$1")
  mkdir -p "$parent"
  exec 7>"$parent.lock"
  flock 7
  [[ -d $1 ]] && return
  staging=$(mktemp -d "$parent/new.XXXXXX")
  # shellcheck disable=SC2064 # the folder is known now
  trap "rm -rf '$staging'" EXIT
  chmod 755 "$staging"
  dotnet "$(program SloFunctions.TelemetryGenerator)" --services "$2" --hours "$3" --step "$4" --scenario plain \
    --end "$5" --out "$staging"
  tools/servers/backfill.sh "$staging/metrics.om" "$staging/prometheus"
  rm "$staging/metrics.om"
  mv -T "$staging" "$1"
  find "$parent" -mindepth 1 -maxdepth 1 -type d -mmin +120 -not -path "$1" -exec rm -rf {} +
}

services_version() {
  find "$generator" tools/servers/backfill.sh -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12
}

# Sets fleet to a folder with a day and two hours that end with the current hour, since the running app goes by its clock; in steps of
# five minutes: those of one would take a quarter of an hour to write.
prepare_fleet_dataset() {
  local end
  end=$(date -u +%Y-%m-%dT%H:00:00Z)
  fleet=$cache/fleet/${end//[:-]/}-$(services_version)
  prepare_services "$fleet" 5000 26 300 "$end"
}

# The clocks of the benchmarks that read these are set to them, so that they never grow old.
fixed_end=2026-06-15T02:00:00Z

# Sets minutes to a folder with five hours, minute by minute.
prepare_minutes_dataset() {
  minutes=$cache/minutes/$(services_version)
  prepare_services "$minutes" 5000 5 60 "$fixed_end"
}

# Sets scale to a folder with two hours, minute by minute, of a fleet of each size.
prepare_scale_datasets() {
  local size version
  version=$(services_version)
  scale=$cache/scale
  for size in 500 5000 20000; do
    prepare_services "$scale/$size/$version" "$size" 2 60 "$fixed_end"
  done
}

prepare_services() { # FOLDER, SERVICES, HOURS, STEP IN SECONDS, END
  if [[ -d $1 ]]; then
    note "$3 hours of telemetry of $2 services: already here"
    return
  fi
  step 'Build the telemetry generator' build_all "$configuration" "$generator"
  step "Generate $3 hours of telemetry of $2 services" generate_services "$@"
}
