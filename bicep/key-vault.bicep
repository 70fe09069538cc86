// Secrets that cannot be replaced by the identity: the key that webhook secrets are encrypted with, tokens of other people's servers.
param name string
param location string
param tags object

@description('Whether the vault is reached through a private endpoint alone.')
param isPrivate bool

@description('Whether nobody, administrators included, can delete secrets for good within their time of grace. Cannot be taken back.')
param protectFromPurge bool

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: protectFromPurge ? true : null
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }
}

output id string = vault.id
output name string = vault.name
