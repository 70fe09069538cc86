// Delivers graph updates to the app. Made once the app runs, because Event Grid asks it first whether it wants them.
param topicName string
param appName string
param storageName string
param deadLetterContainer string

@description('The function that takes them.')
param functionName string = 'GraphUpdated'

resource topic 'Microsoft.EventGrid/topics@2025-02-15' existing = { name: topicName }
resource app 'Microsoft.Web/sites@2025-03-01' existing = { name: appName }
resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = { name: storageName }

resource updates 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'graph-updates'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    filter: { includedEventTypes: ['Slo.Graph.DependenciesUpdated'] }
    destination: {
      endpointType: 'AzureFunction'
      properties: {
        resourceId: '${app.id}/functions/${functionName}'
        maxEventsPerBatch: 10
        preferredBatchSizeInKilobytes: 256
      }
    }
    // A day of attempts; the app itself keeps what it cannot take in.
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: storage.id, blobContainerName: deadLetterContainer }
      }
    }
  }
}
