// PostgreSQL, for tokens of Microsoft Entra ID alone: there is no password that could be lost.
param name string
param location string
param tags object
param databaseName string
param workspaceId string

@description('A general-purpose server with a standby in another zone and 30 days of backups; otherwise a burstable one.')
param production bool

@description('Whether the server is reached through a private endpoint alone.')
param isPrivate bool

@description('Who may create roles: the object id, name and kind of a group, a person or a service principal.')
param administratorId string
param administratorName string
@allowed(['Group', 'ServicePrincipal', 'User'])
param administratorType string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  tags: tags
  sku: production
    ? { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' }
    : { name: 'Standard_B2s', tier: 'Burstable' }
  properties: {
    version: '17'
    createMode: 'Default'
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    storage: { storageSizeGB: production ? 256 : 64, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: production ? 30 : 7, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: production ? 'ZoneRedundant' : 'Disabled' }
    network: { publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = {
  parent: server
  name: databaseName
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
}

// Other services of Azure, of any customer, may try; only tokens let them in. With a private endpoint not even that.
resource azureServices 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2025-08-01' = if (!isPrivate) {
  parent: server
  name: 'AllowAzureServices'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  dependsOn: [database]
}

resource extensions 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2025-08-01' = {
  parent: server
  name: 'azure.extensions'
  properties: { value: 'PGCRYPTO', source: 'user-override' }
  dependsOn: [azureServices, database]
}

resource tls 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2025-08-01' = {
  parent: server
  name: 'ssl_min_protocol_version'
  properties: { value: 'TLSv1.3', source: 'user-override' }
  dependsOn: [extensions]
}

// The server takes one change at a time, hence the chain.
resource administrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = {
  parent: server
  name: administratorId
  properties: {
    principalName: administratorName
    principalType: administratorType
    tenantId: tenant().tenantId
  }
  dependsOn: [tls]
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: server
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'PostgreSQLLogs', enabled: true }]
  }
}

output id string = server.id
output name string = server.name
output host string = server.properties.fullyQualifiedDomainName
// What the chosen sizes allow, less 15 that the server keeps to itself.
output connections int = production ? 1703 : 414
