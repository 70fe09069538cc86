# Sourced by ./slo: one line for each step, with its time; the step's own output is shown only when it fails.
# shellcheck shell=bash

step() { # TITLE, COMMAND...
  local title=$1 began=$SECONDS log code=0
  shift
  log=$run/step.log
  printf '==> %s' "$title"
  in_background "$@" >"$log" 2>&1
  wait_for "$!" || code=$?
  if ((code)); then
    printf '\n'
    cat "$log" >&2
    die "$title: failed (exit code $code)"
  fi
  printf ' (%d s)\n' $((SECONDS - began))
}

note() {
  printf '    %s\n' "$*"
}
