#!/usr/bin/env bash
# After provisioning: the schema, the app's rights in the database, and the secrets that nobody need know.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

for name in POSTGRES_HOST POSTGRES_DATABASE POSTGRES_SERVER_NAME AZURE_RESOURCE_GROUP KEY_VAULT_NAME \
  DATABASE_ADMIN_NAME SERVICE_API_IDENTITY_NAME SERVICE_API_IDENTITY_PRINCIPAL_ID; do
  [[ -n ${!name-} ]] || { printf '%s is not set; this is run by azd: azd hooks run postprovision\n' "$name" >&2; exit 1; }
done

# A role takes a while to be known everywhere.
retry() { # COMMAND...
  local attempt
  for attempt in 1 2 3 4 5 6; do
    "$@" && return
    ((attempt == 6)) || sleep 10
  done
  return 1
}

make_secret() {
  local secret
  secret=$(mktemp)
  # shellcheck disable=SC2064 # the file is known now
  trap "rm -f '$secret'" RETURN
  # Without the line's end, and not on a command line, where others could read it.
  openssl rand -base64 32 | tr -d '\n' >"$secret"
  az keyvault secret set --vault-name "$KEY_VAULT_NAME" --name notifications-secret-key --file "$secret" --output none
}

if ! az keyvault secret show --vault-name "$KEY_VAULT_NAME" --name notifications-secret-key --output none 2>/dev/null; then
  echo 'Making the key that webhook secrets are encrypted with'
  retry make_secret
fi

firewall() { # allow|forget, ARGUMENTS...
  tools/ci/database-firewall.sh "$@" --group "$AZURE_RESOURCE_GROUP" --server "$POSTGRES_SERVER_NAME" --rule deployer
}

# Lets this machine in for as long as the migration takes. With a private endpoint it must be in the network already.
if [[ ${NETWORK_ISOLATION:-false} != true ]]; then
  trap 'firewall forget' EXIT
  if [[ -n ${DEPLOYER_IP_ADDRESS-} ]]; then firewall allow --address "$DEPLOYER_IP_ADDRESS"; else firewall allow; fi
fi

echo 'Migrating the database'
PGPASSWORD=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)
export PGPASSWORD
export Database__OwnerConnectionString="Host=$POSTGRES_HOST;Database=$POSTGRES_DATABASE;Username=$DATABASE_ADMIN_NAME;SSL Mode=VerifyFull"
retry ./slo migrate up --app-principal "$SERVICE_API_IDENTITY_NAME" --app-object-id "$SERVICE_API_IDENTITY_PRINCIPAL_ID"
