#!/usr/bin/env bash
# Before packaging: what is published must be built with the real packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

chosen=$(dotnet msbuild src/SloFunctions.Functions -getProperty:UseStandIns -p:_IsPublishing=true)
[[ $chosen == false ]] || {
  printf 'UseStandIns is %s, but stand-ins must not be deployed. Unset the environment variable UseStandIns.\n' "$chosen" >&2
  exit 1
}
