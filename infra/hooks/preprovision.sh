#!/usr/bin/env bash
# Before provisioning: refuses what would fail half-way, and fills in what can be known.
set -euo pipefail

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

keep() { # NAME VALUE
  azd env set "$1" "$2"
  printf '  %s is now %s\n' "$1" "$2"
}

for tool in azd az dotnet node openssl curl; do
  command -v "$tool" >/dev/null || die "$tool is needed and not installed. README.md names every prerequisite."
done
az account show --output none || die 'Sign in first: az login, and az account set --subscription with the one that azd uses.'

[[ -n ${PROMETHEUS_URL-} ]] || die 'Where is Prometheus? azd env set PROMETHEUS_URL https://…, then again.'
[[ $PROMETHEUS_URL == http://* || $PROMETHEUS_URL == https://* ]] || die "PROMETHEUS_URL is no http(s) address: $PROMETHEUS_URL"
if [[ ${IDENTITY_PROVIDER:-none} == entra && -z ${ENTRA_CLIENT_ID-} ]]; then
  die 'IDENTITY_PROVIDER is entra, so ENTRA_CLIENT_ID is needed: the application that stands for the API.'
fi
if [[ ${IDENTITY_PROVIDER:-none} == oidc && (-z ${OIDC_AUTHORITY-} || -z ${OIDC_AUDIENCE-}) ]]; then
  die 'IDENTITY_PROVIDER is oidc, so OIDC_AUTHORITY and OIDC_AUDIENCE are needed.'
fi

# Whoever provisions administers the database, unless a group or somebody else was named.
if [[ -z ${DATABASE_ADMIN_ID-} || -z ${DATABASE_ADMIN_NAME-} ]]; then
  if [[ $(az account show --query user.type --output tsv) == servicePrincipal ]]; then
    die 'A pipeline provisions: set DATABASE_ADMIN_ID, DATABASE_ADMIN_NAME and DATABASE_ADMIN_TYPE, best to a group that it belongs to.'
  fi
  keep DATABASE_ADMIN_ID "$(az ad signed-in-user show --query id --output tsv)"
  keep DATABASE_ADMIN_NAME "$(az ad signed-in-user show --query userPrincipalName --output tsv)"
  keep DATABASE_ADMIN_TYPE User
fi

# The start of a budget cannot be changed once it is made.
[[ -n ${BUDGET_START-} ]] || keep BUDGET_START "$(date -u +%Y-%m-01)"
