// Logs, traces and pushed metrics: 30 days searchable, 90 days in all.
param workspaceName string
param insightsName string
param location string
param tags object

@description('Days for which entries can be searched at once.')
param searchableDays int = 30

@description('Days for which entries are kept; older than searchableDays they are read by search jobs.')
param keptDays int = 90

// The tables that the exporter and the platform write; their own default is 90 searchable days.
var tables = [
  'AppDependencies'
  'AppExceptions'
  'AppMetrics'
  'AppRequests'
  'AppTraces'
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: searchableDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

// One after another: the workspace takes one change of a table at a time.
@batchSize(1)
resource retention 'Microsoft.OperationalInsights/workspaces/tables@2025-07-01' = [
  for table in tables: {
    parent: workspace
    name: table
    properties: {
      retentionInDays: searchableDays
      totalRetentionInDays: keptDays
    }
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.id
output workspaceCustomerId string = workspace.properties.customerId
output insightsId string = insights.id
output insightsName string = insights.name
