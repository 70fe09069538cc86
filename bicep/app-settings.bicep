// The app's settings: those that are the same everywhere (infra/settings.json), and those that this deployment decides.
param appName string
param insightsName string
param fixedSettings object
param identityName string
param identityClientId string
param blobEndpoint string
param queueEndpoint string
param tableEndpoint string
param databaseHost string
param databaseName string
param databasePoolSize int
param vaultName string
param prometheusUrl string
param prometheusAuthentication string
param prometheusTenant string
param tempoUrl string
param tempoAuthentication string
param tempoTenant string
param identityProvider string
param entraClientId string
param oidcAuthority string
param oidcAudience string
param otlpEndpoint string
param runbookUrl string

resource app 'Microsoft.Web/sites@2025-03-01' existing = { name: appName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

var vaultReference = '@Microsoft.KeyVault(VaultName=${vaultName};SecretName='

var host = {
  AZURE_CLIENT_ID: identityClientId
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__tableServiceUri: tableEndpoint
  // It names the address; without the identity's token nothing is taken there.
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var servers = {
  Database__Authentication: 'entra'
  Database__ConnectionString: 'Host=${databaseHost};Port=5432;Database=${databaseName};Username=${identityName};SSL Mode=VerifyFull'
  Database__MaxPoolSize: string(databasePoolSize)
  RateLimits__TableServiceUri: tableEndpoint
  AuditAnchors__TableServiceUri: tableEndpoint
  Prometheus__Url: prometheusUrl
  Prometheus__Authentication: prometheusAuthentication
  Prometheus__Tenant: prometheusTenant
  Tempo__Url: tempoUrl
  Tempo__Authentication: tempoAuthentication
  Tempo__Tenant: tempoTenant
}

var people = {
  Identity__Provider: identityProvider
  Identity__Authority: oidcAuthority
  Identity__Audience: oidcAudience
  AzureAd__Instance: environment().authentication.loginEndpoint
  AzureAd__TenantId: tenant().tenantId
  AzureAd__ClientId: entraClientId
  AzureAd__Audience: empty(entraClientId) ? '' : 'api://${entraClientId}'
  Alerts__RunbookUrl: runbookUrl
}

// A reference without its secret would be taken for the secret itself.
var secrets = union(
  { Notifications__SecretKey: '${vaultReference}notifications-secret-key)' },
  prometheusAuthentication == 'bearer' ? { Prometheus__BearerToken: '${vaultReference}prometheus-token)' } : {},
  tempoAuthentication == 'bearer' ? { Tempo__BearerToken: '${vaultReference}tempo-token)' } : {}
)

var collector = empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(fixedSettings, host, servers, people, secrets, collector)
}
