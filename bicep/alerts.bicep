// What may be wrong with the platform, as alerts/alerts.json describes it: rules over logs, and rules over metrics of the platform.
param actionGroupName string
param rulesName string
param location string
param tags object
param email string
param runbookUrl string
param workspaceId string
param insightsId string
param postgresId string
param postgresConnections int
param appId string
param appUri string
param topicId string

@description('The Azure Monitor workspace whose Prometheus scrapes the app; empty for none.')
param monitorWorkspaceId string

// Any, since not every alert has every part.
var described = any(loadJsonContent('../alerts/alerts.json')).alerts
var logRules = filter(described, alert => contains(alert, 'kql'))
var metricRules = filter(described, alert => contains(alert, 'metric'))

// Azure's severities: 1 wakes somebody up, 2 waits for the working day.
var severities = { page: 1, ticket: 2 }

var resources = {
  app: { id: appId, namespace: 'Microsoft.Web/sites' }
  availability_test: { id: insightsId, namespace: 'Microsoft.Insights/components' }
  event_grid: { id: topicId, namespace: 'Microsoft.EventGrid/topics' }
  postgres: { id: postgresId, namespace: 'Microsoft.DBforPostgreSQL/flexibleServers' }
}

resource actions 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'slofunctions'
    enabled: true
    emailReceivers: empty(email) ? [] : [{ name: 'on-call', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource availability 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'health-${last(split(appId, '/'))}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'health'
    Name: 'health'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'us-va-ash-azr' }, { Id: 'apac-sg-sin-azr' }]
    Request: { RequestUrl: '${appUri}/api/v1/health', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logRules: {
    name: alert.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: '${alert.summary} ${replace(replace(runbookUrl, '{page}', alert.page), '{service}', '')}'
      severity: severities[alert.severity]
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: alert.kql.frequency
      windowSize: alert.kql.window
      autoMitigate: true
      // Tables come into being with their first entry.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.kql.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actions.id] }
    }
  }
]

resource metricAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in metricRules: {
    name: '${alert.name}-metric'
    location: 'global'
    tags: tags
    properties: {
      description: '${alert.summary} ${replace(replace(runbookUrl, '{page}', alert.page), '{service}', '')}'
      severity: severities[alert.severity]
      enabled: true
      autoMitigate: true
      scopes: [resources[alert.metric.of].id]
      evaluationFrequency: 'PT1M'
      windowSize: alert.for_minutes > 5 ? 'PT15M' : 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'threshold'
            metricNamespace: resources[alert.metric.of].namespace
            metricName: alert.metric.name
            timeAggregation: alert.metric.aggregation
            operator: alert.metric.operator
            threshold: alert.metric.?threshold ?? postgresConnections * (alert.metric.?percent_of_connections ?? 0) / 100
            skipMetricValidation: true
          }
        ]
      }
      actions: [{ actionGroupId: actions.id }]
    }
  }
]

module prometheusRules 'prometheus-rules.bicep' = if (!empty(monitorWorkspaceId)) {
  name: 'prometheus-rules'
  params: {
    name: rulesName
    location: location
    tags: tags
    monitorWorkspaceId: monitorWorkspaceId
    actionGroupId: actions.id
    runbookUrl: runbookUrl
  }
}
