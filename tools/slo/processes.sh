# Sourced by ./slo: processes that end when the script does, whichever way it ends.
# shellcheck shell=bash

run=''        # this run's own folder; every process it starts carries its name in SLO_RUN
foreground='' # the process group a step waits for
servers=()    # "pid signal name", in the order they were started
keep_run=false # whether the folder outlives the run

begin_run() {
  run=$(mktemp -d "${TMPDIR:-/tmp}/slofunctions-XXXXXX")
  # Under root, PostgreSQL runs as another user, who has to pass through.
  ((EUID != 0)) || chmod 711 "$run"
  export SLO_RUN=$run
  trap end_run EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# A process group of its own: Ctrl-C then reaches this script alone, which stops the rest in order.
in_background() {
  set -m
  "$@" </dev/null &
  set +m
}

# Unlike a command in the foreground, `wait` lets a signal through at once.
wait_for() {
  local code=0
  foreground=$1
  wait "$1" || code=$?
  foreground=''
  return "$code"
}

start_server() { # NAME, SIGNAL THAT STOPS IT, COMMAND...
  local name=$1 signal=$2
  shift 2
  in_background "$@" >"$run/$name.log" 2>&1
  servers+=("$! $signal $name")
}

stop_process() { # PID, SIGNAL
  local tries
  kill "-$2" "$1" 2>/dev/null || return 0
  for ((tries = 0; tries < 100; tries++)); do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -KILL -- "-$1" 2>/dev/null || kill -KILL "$1" 2>/dev/null || true
}

# Stops one of them before the others.
stop_server() { # NAME
  local entry pid signal name
  for entry in "${servers[@]}"; do
    read -r pid signal name <<<"$entry"
    [[ $name == "$1" ]] || continue
    stop_process "$pid" "$signal"
    wait "$pid" 2>/dev/null || true
  done
  forget_server "$1"
}

forget_server() { # NAME
  local entry others=()
  for entry in "${servers[@]}"; do
    [[ $entry == *" $1" ]] || others+=("$entry")
  done
  servers=("${others[@]}")
}

stop_servers() {
  local index pid signal
  for ((index = ${#servers[@]} - 1; index >= 0; index--)); do
    read -r pid signal _ <<<"${servers[index]}"
    stop_process "$pid" "$signal"
    wait "$pid" 2>/dev/null || true
  done
  servers=()
}

# Prints "pid command" of each process of this run that still lives.
leftovers() {
  local folder pid command
  for folder in /proc/[0-9]*; do
    pid=${folder#/proc/}
    [[ $pid == "$$" || $pid == "$BASHPID" ]] && continue
    command=$(tr '\0' ' ' <"$folder/cmdline") 2>/dev/null || continue
    [[ -n $command ]] || continue
    if [[ $command == *"$run"* ]] || grep -qzxF "SLO_RUN=$run" "$folder/environ" 2>/dev/null; then
      printf '%s %s\n' "$pid" "$command"
    fi
  done 2>/dev/null
}

end_run() {
  local code=$? pid
  trap '' INT TERM HUP
  trap - EXIT
  ((code != 130 && code != 143)) || printf '\nStopping\n'
  if [[ -n $foreground ]]; then
    kill -TERM -- "-$foreground" 2>/dev/null || true
    stop_process "$foreground" TERM
  fi
  stop_servers
  while read -r pid _; do
    stop_process "$pid" TERM
  done < <(leftovers)
  # The compiler server opens its socket in /tmp, under the name that the build gave it.
  rm -rf "/tmp/${run##*/}-compiler"
  if $keep_run; then note "Kept: $run"; else rm -rf "$run"; fi
  exit "$code"
}
