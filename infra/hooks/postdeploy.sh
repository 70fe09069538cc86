#!/usr/bin/env bash
# After deployment: the app must be ready, and Event Grid is told where to deliver graph updates.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

for name in SERVICE_API_URI SERVICE_API_NAME AZURE_RESOURCE_GROUP EVENT_GRID_TOPIC_NAME STORAGE_ACCOUNT_NAME DEAD_LETTER_CONTAINER; do
  [[ -n ${!name-} ]] || { printf '%s is not set; this is run by azd: azd hooks run postdeploy\n' "$name" >&2; exit 1; }
done

echo 'Waiting until the app is ready'
ready() {
  curl --fail --silent --show-error --max-time 20 --output /dev/null "$SERVICE_API_URI/api/v1/health/ready"
}
for ((attempt = 1; attempt <= 30; attempt++)); do
  ready 2>/dev/null && break
  ((attempt < 30)) || { ready; printf 'The app at %s is not ready; docs/runbooks/deployment-failed.md tells what to look at.\n' "$SERVICE_API_URI" >&2; exit 1; }
  sleep 10
done

echo 'Subscribing to graph updates'
az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name graph-updates --template-file infra/event-subscriptions.bicep \
  --parameters topicName="$EVENT_GRID_TOPIC_NAME" appName="$SERVICE_API_NAME" storageName="$STORAGE_ACCOUNT_NAME" \
  deadLetterContainer="$DEAD_LETTER_CONTAINER" --output none

printf '\nThe app is at %s; its document at %s/docs.\n' "$SERVICE_API_URI" "$SERVICE_API_URI"
