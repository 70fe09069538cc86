// A network of the app's own: the app in one subnet, private endpoints in another, and names that lead to them.
param name string
param endpointPrefix string
param location string
param tags object
param storageId string
param vaultId string
param postgresId string

// Names of services differ between Azure's clouds only in what environment() knows.
var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  vault: 'privatelink.vaultcore.azure.net'
  postgres: 'privatelink.postgres.database.azure.com'
}

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.0.0.0/24'
          delegations: [
            {
              name: 'app'
              properties: { serviceName: 'Microsoft.App/environments' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.0.1.0/24'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource app 'subnets' existing = { name: 'app' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for item in items(zones): {
    name: item.value
    location: 'global'
    tags: tags
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (item, index) in items(zones): {
    parent: zone[index]
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

var entrances = [
  { name: 'blob', service: storageId, part: 'blob' }
  { name: 'queue', service: storageId, part: 'queue' }
  { name: 'table', service: storageId, part: 'table' }
  { name: 'vault', service: vaultId, part: 'vault' }
  { name: 'postgres', service: postgresId, part: 'postgresqlServer' }
]

module endpoint 'private-endpoint.bicep' = [
  for item in entrances: {
    name: 'private-endpoint-${item.name}'
    params: {
      name: '${endpointPrefix}-${item.name}'
      location: location
      tags: tags
      subnetId: network::endpoints.id
      serviceId: item.service
      part: item.part
      zoneId: resourceId('Microsoft.Network/privateDnsZones', zones[item.name])
    }
    dependsOn: [zone]
  }
]

output appSubnetId string = network::app.id
