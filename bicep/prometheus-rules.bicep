// The same alerts for the managed Prometheus that scrapes the app's /metrics.
param name string
param location string
param tags object
param monitorWorkspaceId string
param actionGroupId string
param runbookUrl string

var rules = filter(any(loadJsonContent('../alerts/alerts.json')).alerts, alert => contains(alert, 'promql'))
var severities = { page: 1, ticket: 2 }

resource group 'Microsoft.AlertsManagement/prometheusRuleGroups@2023-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    description: 'Whether SloFunctions itself is well.'
    enabled: true
    interval: 'PT1M'
    scopes: [monitorWorkspaceId]
    rules: map(rules, rule => {
      alert: rule.name
      enabled: true
      expression: rule.promql
      for: 'PT${rule.for_minutes}M'
      severity: severities[rule.severity]
      labels: { severity: rule.severity }
      annotations: {
        summary: rule.summary
        runbook_url: replace(replace(runbookUrl, '{page}', rule.page), '{service}', '')
      }
      actions: [{ actionGroupId: actionGroupId }]
      resolveConfiguration: { autoResolved: true, timeToResolve: 'PT10M' }
    })
  }
}
