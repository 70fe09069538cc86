#!/usr/bin/env bash
# Publishes the app with the real packages, as one zip file with its SHA-256 beside it.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/../servers/paths.sh"

usage='usage: package.sh FILE.zip [MSBUILD ARGUMENT...]'
[[ ${1-} == *.zip ]] || die "$usage"
mkdir -p "$(dirname "$1")"
package=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
shift
need dotnet 'Install the .NET SDK 10: https://dotnet.microsoft.com/download'
need zip 'Install it: sudo apt-get install zip'

published=$(mktemp -d)
trap 'rm -rf "$published"' EXIT
dotnet publish "$repository/src/SloFunctions.Functions" -c Release -p:UseStandIns=false -o "$published" -v q -nologo "$@"

[[ -f $published/host.json ]] || die 'The package holds no host.json.'
# Written by the worker's real SDK, which stand-ins do without.
[[ -f $published/functions.metadata ]] || die 'The package was built with stand-ins: it holds no functions.metadata.'

rm -f "$package" "$package.sha256"
(cd "$published" && zip -q -X -r "$package" .)
(cd "$(dirname "$package")" && sha256sum "$(basename "$package")" >"$(basename "$package").sha256")
cat "$package.sha256"
