// The ways from the network into storage, vault and database.
param namePrefix string
param location string
param tags object
param subnetId string
param zoneIds object
param storageId string
param vaultId string
param postgresId string

var endpoints = [
  { name: 'blob', service: storageId, part: 'blob', zone: 'blob' }
  { name: 'queue', service: storageId, part: 'queue', zone: 'queue' }
  { name: 'table', service: storageId, part: 'table', zone: 'table' }
  { name: 'vault', service: vaultId, part: 'vault', zone: 'vault' }
  { name: 'postgres', service: postgresId, part: 'postgresqlServer', zone: 'postgres' }
]

module endpoint 'private-endpoint.bicep' = [
  for item in endpoints: {
    name: 'private-endpoint-${item.name}'
    params: {
      name: '${namePrefix}-${item.name}'
      location: location
      tags: tags
      subnetId: subnetId
      serviceId: item.service
      part: item.part
      zoneId: zoneIds[item.zone]
    }
  }
]
