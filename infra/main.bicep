// Everything that SloFunctions needs in Azure, in one resource group. README.md, "Deploy to Azure", tells what each parameter decides.
targetScope = 'subscription'

@description('The name of the environment, such as slo-staging; resources are named after it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('The region.')
@minLength(1)
param location string

@description('A production environment: zones, 30 days of database backups, purge protection. Otherwise the smallest sizes.')
param production bool = false

@description('Whether storage, vault and database are reached from the app\'s own network alone.')
param networkIsolation bool = false

@description('The HTTP API of the Prometheus-compatible server that knows the services.')
@minLength(1)
param prometheusUrl string

@description('How it is asked: entra for the managed Prometheus of Azure Monitor; bearer takes its token from the secret prometheus-token.')
@allowed(['none', 'bearer', 'entra'])
param prometheusAuthentication string = 'none'

@description('The tenant of a Prometheus-compatible server that holds several; empty for none.')
param prometheusTenant string = ''

@description('Resource id of the Azure Monitor workspace that is asked; empty for another Prometheus.')
param monitorWorkspaceId string = ''

@description('The HTTP API of the trace store; empty for none.')
param tempoUrl string = ''

@description('How it is asked; bearer takes its token from the secret tempo-token.')
@allowed(['none', 'bearer'])
param tempoAuthentication string = 'none'

@description('The tenant of a trace store that holds several; empty for none.')
param tempoTenant string = ''

@description('Whose tokens of people are taken.')
@allowed(['none', 'entra', 'oidc'])
param identityProvider string = 'none'

@description('For entra: the client id of the application registration that stands for the API.')
param entraClientId string = ''

@description('For oidc: the provider, and the audience of its tokens.')
param oidcAuthority string = ''
param oidcAudience string = ''

@description('An OpenTelemetry collector that is told too; empty for none.')
param otlpEndpoint string = ''

@description('Who administers the database. A group lets several people and the pipeline do so.')
param databaseAdminId string
param databaseAdminName string
@allowed(['Group', 'ServicePrincipal', 'User'])
param databaseAdminType string = 'User'

@description('Whether whoever provisions is a person or a pipeline.')
@allowed(['ServicePrincipal', 'User'])
param deployerType string = 'User'

@description('Object id of an application that publishes graph updates to Event Grid; empty for none.')
param graphPublisherId string = ''

@description('The most instances at once.')
@minValue(40)
@maxValue(200)
param maximumInstanceCount int = 40

@description('Who is told of alerts and of costs; empty for nobody.')
param alertEmail string = ''

@description('Where runbooks are: an address with {page} and {service}.')
param runbookUrl string = ''

@description('What a month may cost before somebody is told, in the subscription\'s currency; 0 for no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('The month in which the budget was made, as yyyy-MM-01.')
param budgetStart string = '2026-01-01'

var abbreviations = loadJsonContent('abbreviations.json')
var fixedSettings = loadJsonContent('settings.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var databaseName = 'slo'
var groupName = '${abbreviations.resourceGroup}${environmentName}'
var monitorWorkspace = empty(monitorWorkspaceId) ? ['', '', subscription().subscriptionId, '', groupName] : split(monitorWorkspaceId, '/')

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: groupName
  location: location
  tags: tags
}

module identity '../bicep/identity.bicep' = {
  name: 'identity'
  scope: group
  params: { name: '${abbreviations.identity}${token}', location: location, tags: tags }
}

module monitoring '../bicep/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: '${abbreviations.logAnalyticsWorkspace}${token}'
    insightsName: '${abbreviations.applicationInsights}${token}'
    location: location
    tags: tags
  }
}

module storage '../bicep/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: '${abbreviations.storageAccount}${token}'
    location: location
    tags: tags
    isPrivate: networkIsolation
    isZoneRedundant: production
  }
}

module postgres '../bicep/postgres.bicep' = {
  name: 'postgres'
  scope: group
  params: {
    name: '${abbreviations.postgres}${token}'
    location: location
    tags: tags
    databaseName: databaseName
    workspaceId: monitoring.outputs.workspaceId
    production: production
    isPrivate: networkIsolation
    administratorId: databaseAdminId
    administratorName: databaseAdminName
    administratorType: databaseAdminType
  }
}

module vault '../bicep/key-vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: '${abbreviations.keyVault}${token}'
    location: location
    tags: tags
    isPrivate: networkIsolation
    protectFromPurge: production
  }
}

module topic '../bicep/event-grid.bicep' = {
  name: 'topic'
  scope: group
  params: { name: '${abbreviations.eventGridTopic}${token}', location: location, tags: tags }
}

module network '../bicep/network.bicep' = if (networkIsolation) {
  name: 'network'
  scope: group
  params: {
    name: '${abbreviations.virtualNetwork}${token}'
    endpointPrefix: '${abbreviations.privateEndpoint}${token}'
    location: location
    tags: tags
    storageId: storage.outputs.id
    vaultId: vault.outputs.id
    postgresId: postgres.outputs.id
  }
}

module rbac '../bicep/rbac.bicep' = {
  name: 'rbac'
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    vaultName: vault.outputs.name
    topicName: topic.outputs.name
    topicPrincipalId: topic.outputs.principalId
    deployerId: deployer().objectId
    deployerType: deployerType
    publisherId: graphPublisherId
  }
}

module metricsReader '../bicep/metrics-reader.bicep' = if (!empty(monitorWorkspaceId)) {
  name: 'metrics-reader'
  scope: resourceGroup(monitorWorkspace[2], monitorWorkspace[4])
  params: {
    workspaceName: last(split(monitorWorkspaceId, '/'))
    appPrincipalId: identity.outputs.principalId
  }
}

module app '../bicep/function-app.bicep' = {
  name: 'app'
  scope: group
  params: {
    planName: '${abbreviations.functionPlan}${token}'
    appName: '${abbreviations.functionApp}${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    packageContainerUrl: storage.outputs.packageContainerUrl
    maximumInstanceCount: maximumInstanceCount
    subnetId: networkIsolation ? network!.outputs.appSubnetId : ''
  }
  // The host needs its storage from the first moment.
  dependsOn: [rbac]
}

module settings '../bicep/app-settings.bicep' = {
  name: 'settings'
  scope: group
  params: {
    appName: app.outputs.name
    insightsName: monitoring.outputs.insightsName
    fixedSettings: fixedSettings
    identityName: identity.outputs.name
    identityClientId: identity.outputs.clientId
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    databaseHost: postgres.outputs.host
    databaseName: databaseName
    // A few connections stay free for migrations and for people.
    databasePoolSize: min(50, (postgres.outputs.connections - 14) / maximumInstanceCount)
    vaultName: vault.outputs.name
    prometheusUrl: prometheusUrl
    prometheusAuthentication: prometheusAuthentication
    prometheusTenant: prometheusTenant
    tempoUrl: tempoUrl
    tempoAuthentication: tempoAuthentication
    tempoTenant: tempoTenant
    identityProvider: identityProvider
    entraClientId: entraClientId
    oidcAuthority: oidcAuthority
    oidcAudience: oidcAudience
    otlpEndpoint: otlpEndpoint
    runbookUrl: runbookUrl
  }
}

module alerts '../bicep/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    actionGroupName: '${abbreviations.actionGroup}${token}'
    rulesName: '${abbreviations.prometheusRules}${token}'
    location: location
    tags: tags
    email: alertEmail
    runbookUrl: runbookUrl
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    postgresId: postgres.outputs.id
    postgresConnections: postgres.outputs.connections
    appId: app.outputs.id
    appUri: app.outputs.uri
    topicId: topic.outputs.id
    monitorWorkspaceId: monitorWorkspaceId
  }
}

module budget '../bicep/budget.bicep' = if (monthlyBudget > 0 && !empty(alertEmail)) {
  name: 'budget'
  scope: group
  params: { name: '${abbreviations.budget}${token}', amount: max(1, monthlyBudget), start: budgetStart, emails: [alertEmail] }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output SERVICE_API_NAME string = app.outputs.name
output SERVICE_API_URI string = app.outputs.uri
output SERVICE_API_IDENTITY_NAME string = identity.outputs.name
output SERVICE_API_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output POSTGRES_SERVER_NAME string = postgres.outputs.name
output POSTGRES_HOST string = postgres.outputs.host
output POSTGRES_DATABASE string = databaseName
output STORAGE_ACCOUNT_NAME string = storage.outputs.name
output DEAD_LETTER_CONTAINER string = storage.outputs.deadLetterContainer
output KEY_VAULT_NAME string = vault.outputs.name
output EVENT_GRID_TOPIC_NAME string = topic.outputs.name
output EVENT_GRID_TOPIC_ENDPOINT string = topic.outputs.endpoint
output LOG_ANALYTICS_WORKSPACE_ID string = monitoring.outputs.workspaceCustomerId
