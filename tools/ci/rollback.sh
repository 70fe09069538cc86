#!/usr/bin/env bash
# Deploys a package that has proved itself, over one that has not. Flex Consumption has no slots to swap. Needs az, signed in.
set -euo pipefail
# shellcheck source=tools/servers/paths.sh
source "$(dirname "${BASH_SOURCE[0]}")/../servers/paths.sh"

usage='usage: rollback.sh --package FILE.zip --app NAME --group NAME

  --package  the package; FILE.zip.sha256 beside it says what it must be'

package='' app='' group=''
while (($#)); do
  case $1 in
    --package) package=${2-} ;;
    --app) app=${2-} ;;
    --group) group=${2-} ;;
    *) die "$usage" ;;
  esac
  shift 2 || die "$usage"
done
[[ -n $package && -n $app && -n $group ]] || die "$usage"
[[ -f $package && -f $package.sha256 ]] || die "There is no package to go back to: $package and its SHA-256 are needed."
(cd "$(dirname "$package")" && sha256sum --check --quiet "$(basename "$package").sha256") || die "$package is not what its SHA-256 says."
need az 'Install the Azure CLI: https://aka.ms/install-azure-cli'

echo "Going back to $(cut -c1-12 "$package.sha256")… on $app"
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package" --output none
