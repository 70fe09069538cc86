# Sourced by ./slo: builds, skipped when nothing has changed.
# shellcheck shell=bash

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

need_dotnet() {
  need dotnet 'Install the .NET SDK 10: https://dotnet.microsoft.com/download'
  dotnet --version >/dev/null 2>&1 ||
    die "The .NET SDK 10 is missing (global.json asks for it). Installed: $(cd / && dotnet --list-sdks | tr '\n' ' ')"
}

# Names and times of all files a build reads.
sources_digest() {
  find src tests build docs/openapi.json ./*.props ./*.targets ./*.sln global.json host.json .editorconfig BannedSymbols.txt \
    -type f -printf '%p %T@ %s\n' | LC_ALL=C sort | sha256sum
}

# What a build makes may have been cleaned away since.
is_built() { # CONFIGURATION, PROJECT OR SOLUTION
  local project name
  for project in $([[ $2 == *.sln ]] && echo tests/*.Tests || echo "$2"); do
    name=$(basename "$project")
    [[ -f artifacts/bin/$name/${1,,}/$name.dll ]] || return
  done
}

build() { # CONFIGURATION, PROJECT OR SOLUTION
  local stamp whole
  stamp=artifacts/built/$1-$(basename "$2")
  # Whoever has built the solution has built its projects.
  for whole in "$stamp" "artifacts/built/$1-SloFunctions.sln"; do
    [[ -f $whole && $(<"$whole") == "$sources" ]] && is_built "$@" && return
  done
  # A compiler server, even where the environment wants none: this run alone uses it and ends it.
  dotnet build "$2" -c "$1" -v q -nologo -p:UseSharedCompilation=true -p:SharedCompilationId="${run##*/}-compiler" || return
  mkdir -p artifacts/built
  printf '%s\n' "$sources" >"$stamp"
}

build_all() { # CONFIGURATION, PROJECT...
  local configuration=$1 project code=0 sources pid command
  shift
  sources=$(sources_digest)
  for project in "$@"; do
    build "$configuration" "$project" || code=$?
  done
  # It would stay for ten minutes, waiting for more to compile.
  while read -r pid command; do
    [[ $command != *VBCSCompiler* ]] || kill "$pid" 2>/dev/null || true
  done < <(leftovers)
  return "$code"
}

program() { # PROJECT
  printf '%s\n' "$repository/artifacts/bin/$1/${configuration,,}/$1.dll"
}

# Of the programs that are run; tests run what they have built already.
configuration=${SLO_CONFIGURATION:-Release}
local_host=src/SloFunctions.LocalHost
generator=tests/SloFunctions.TelemetryGenerator
