#!/usr/bin/env bash
# Whether packages have known vulnerabilities: those of every project as it is built here, and those that are deployed, which are
# the real ones. Low and moderate ones are shown, high and critical ones fail it.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/../servers/paths.sh"
cd "$repository"

usage='usage: audit-packages.sh [local|deployed|npm]...   (all of them when none is named)'

# NU1901 and NU1902 are low and moderate; NU1903 and NU1904, high and critical, are errors as all warnings are.
audit_nuget() { # PROJECT OR SOLUTION, MSBUILD ARGUMENT...
  dotnet restore "$@" --force -v q -nologo -p:NuGetAudit=true -p:NuGetAuditMode=all -p:NuGetAuditLevel=low \
    '-p:WarningsNotAsErrors=NU1603%3BNU1901%3BNU1902'
}

(($#)) || set -- local deployed npm
for part in "$@"; do
  echo "==> $part"
  case $part in
    local) audit_nuget SloFunctions.sln ;;
    # Elsewhere than builds look, since what is restored here differs.
    deployed) audit_nuget src/SloFunctions.Functions -p:UseStandIns=false "-p:ArtifactsPath=$repository/artifacts/deployed" ;;
    npm)
      npm audit --prefix tools --audit-level=high
      npm audit --prefix tools/backstage-client --audit-level=high
      ;;
    *) die "$usage" ;;
  esac
done
