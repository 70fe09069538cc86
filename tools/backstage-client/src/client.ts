// Written by generate.mjs from docs/openapi.json; do not edit.
import type * as Api from './schemas.js';
import { Transport, type CallOptions } from './transport.js';

/** The operations of the API. */
export class SloFunctionsClient extends Transport {
  /** Lists API keys page by page, without their secrets. */
  listApiKeys(query: { readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.ApiKeyPage> {
    return this.request<Api.ApiKeyPage>({ method: 'GET', path: `/api/v1/api-keys`, query, options }, 200);
  }

  /** Issues an API key; its secret is in this answer and nowhere else. */
  createApiKey(body: Api.ApiKeyBody, options: CallOptions = {}): Promise<Api.IssuedApiKey> {
    return this.request<Api.IssuedApiKey>({ method: 'POST', path: `/api/v1/api-keys`, body, options }, 201);
  }

  /** Revokes an API key for good. It stays listed, because the audit log names it. */
  revokeApiKey(keyId: string, options: CallOptions = {}): Promise<Api.ApiKeySummary> {
    return this.request<Api.ApiKeySummary>({ method: 'DELETE', path: `/api/v1/api-keys/${encodeURIComponent(keyId)}`, options }, 200);
  }

  /** Issues an API key in place of another, which stays valid for as long as is asked for. */
  rotateApiKey(keyId: string, body?: Api.RotationBody, options: CallOptions = {}): Promise<Api.IssuedApiKey> {
    return this.request<Api.IssuedApiKey>({ method: 'POST', path: `/api/v1/api-keys/${encodeURIComponent(keyId)}/rotate`, body, options }, 201);
  }

  /** Computes the chains of both audit logs again and says where they are not as they were written. */
  verifyAuditLog(options: CallOptions = {}): Promise<Api.Verification> {
    return this.request<Api.Verification>({ method: 'GET', path: `/api/v1/audit/verification`, options }, 200);
  }

  /** Lists auto-approval rules page by page, in the order in which they are tried. */
  listAutoApprovalRules(query: { readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.RulePage> {
    return this.request<Api.RulePage>({ method: 'GET', path: `/api/v1/auto-approval-rules`, query, options }, 200);
  }

  /** Makes an auto-approval rule. */
  createAutoApprovalRule(body: Api.RuleBody, options: CallOptions = {}): Promise<Api.RuleSummary> {
    return this.request<Api.RuleSummary>({ method: 'POST', path: `/api/v1/auto-approval-rules`, body, options }, 201);
  }

  /** Removes an auto-approval rule. What it has approved stays in force. */
  deleteAutoApprovalRule(ruleId: string, options: CallOptions = {}): Promise<void> {
    return this.request<void>({ method: 'DELETE', path: `/api/v1/auto-approval-rules/${encodeURIComponent(ruleId)}`, options }, 204);
  }

  /** Shows an auto-approval rule. */
  getAutoApprovalRule(ruleId: string, options: CallOptions = {}): Promise<Api.RuleSummary> {
    return this.request<Api.RuleSummary>({ method: 'GET', path: `/api/v1/auto-approval-rules/${encodeURIComponent(ruleId)}`, options }, 200);
  }

  /** Puts another auto-approval rule in the place of one, as a whole: what is left out gets its default. */
  replaceAutoApprovalRule(ruleId: string, body: Api.RuleBody, options: CallOptions = {}): Promise<Api.RuleSummary> {
    return this.request<Api.RuleSummary>({ method: 'PUT', path: `/api/v1/auto-approval-rules/${encodeURIComponent(ruleId)}`, body, options }, 200);
  }

  /** Tells what an auto-approval rule would have approved lately, what became of it, and what stood against the rest. */
  previewAutoApprovalRule(ruleId: string, body?: Api.PreviewBody, options: CallOptions = {}): Promise<Api.RulePreview> {
    return this.request<Api.RulePreview>({ method: 'POST', path: `/api/v1/auto-approval-rules/${encodeURIComponent(ruleId)}/preview`, body, options }, 200);
  }

  /** Lists circular dependencies page by page. */
  listCircularDependencies(query: { readonly status?: 'open' | 'acknowledged' | 'resolved'; readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.CyclePage> {
    return this.request<Api.CyclePage>({ method: 'GET', path: `/api/v1/circular-dependencies`, query, options }, 200);
  }

  /** Notes that somebody has seen a circular dependency. */
  acknowledgeCircularDependency(cycleId: string, body?: Api.CycleActionBody, options: CallOptions = {}): Promise<Api.CycleSummary> {
    return this.request<Api.CycleSummary>({ method: 'POST', path: `/api/v1/circular-dependencies/${encodeURIComponent(cycleId)}/acknowledge`, body, options }, 200);
  }

  /** Closes a circular dependency. */
  resolveCircularDependency(cycleId: string, body?: Api.CycleActionBody, options: CallOptions = {}): Promise<Api.CycleSummary> {
    return this.request<Api.CycleSummary>({ method: 'POST', path: `/api/v1/circular-dependencies/${encodeURIComponent(cycleId)}/resolve`, body, options }, 200);
  }

  /** Tells how many services have SLOs, recommendations and telemetry, by team and criticality. */
  getCoverageDashboard(query: { readonly team?: string; readonly criticality?: 'critical' | 'high' | 'medium' | 'low' } = {}, options: CallOptions = {}): Promise<Api.Coverage> {
    return this.requestKept<Api.Coverage>({ method: 'GET', path: `/api/v1/dashboard/coverage`, query, options }, 200);
  }

  /** Tells what is left of the error budgets of all objectives, by team and criticality, and where the least is. */
  getErrorBudgetHealthDashboard(query: { readonly team?: string; readonly criticality?: 'critical' | 'high' | 'medium' | 'low' } = {}, options: CallOptions = {}): Promise<Api.ErrorBudgetHealth> {
    return this.requestKept<Api.ErrorBudgetHealth>({ method: 'GET', path: `/api/v1/dashboard/error-budget-health`, query, options }, 200);
  }

  /** Tells how often recommendations are taken, and how often what was taken is missed beside how often that was promised. */
  getRecommendationQualityDashboard(query: { readonly team?: string; readonly criticality?: 'critical' | 'high' | 'medium' | 'low' } = {}, options: CallOptions = {}): Promise<Api.RecommendationQuality> {
    return this.requestKept<Api.RecommendationQuality>({ method: 'GET', path: `/api/v1/dashboard/recommendation-quality`, query, options }, 200);
  }

  /** Decides whether services may be deployed by what is left of their error budgets; the answer is 200 whatever is decided. */
  askDeployGate(body: Api.DeployGateBody, options: CallOptions = {}): Promise<Api.DeployGate> {
    return this.request<Api.DeployGate>({ method: 'POST', path: `/api/v1/deploy-gate`, body, options }, 200);
  }

  /** Compares the declared graph with the observed one, page by page. */
  getGraphDivergence(query: { readonly kind?: 'declared_not_observed' | 'observed_not_declared' | 'attribute_difference'; readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.DivergencePage> {
    return this.request<Api.DivergencePage>({ method: 'GET', path: `/api/v1/graph/divergence`, query, options }, 200);
  }

  /** Says that the process runs, and nothing more. */
  liveness(options: CallOptions = {}): Promise<Api.Liveness> {
    return this.request<Api.Liveness>({ method: 'GET', path: `/api/v1/health`, options }, 200);
  }

  /** Says whether requests can be served: 503 only when they cannot. */
  readiness(options: CallOptions = {}): Promise<Api.Readiness> {
    return this.request<Api.Readiness>({ method: 'GET', path: `/api/v1/health/ready`, options }, 200);
  }

  /** Shows what became of a graph submission. */
  getIngestionReceipt(ingestionId: string, options: CallOptions = {}): Promise<Api.IngestionReceipt> {
    return this.request<Api.IngestionReceipt>({ method: 'GET', path: `/api/v1/ingestions/${encodeURIComponent(ingestionId)}`, options }, 200);
  }

  /** Gives this document. */
  getOpenApiDocument(options: CallOptions = {}): Promise<Readonly<Record<string, unknown>>> {
    return this.requestKept<Readonly<Record<string, unknown>>>({ method: 'GET', path: `/api/v1/openapi.json`, options }, 200);
  }

  /** Compares how often accepted SLOs were breached with how often they were promised to be, month by month. */
  getBreachRateReport(query: { readonly month?: string; readonly months?: number; readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.BreachRate> {
    return this.request<Api.BreachRate>({ method: 'GET', path: `/api/v1/reports/breach-rate`, query, options }, 200);
  }

  /** Compares availability targets that people chose with recommended ones, page by page. */
  getShadowReport(query: { readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.Shadow> {
    return this.request<Api.Shadow>({ method: 'GET', path: `/api/v1/reports/shadow`, query, options }, 200);
  }

  /** Lists services page by page. */
  listRegisteredServices(query: { readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.ServicePage> {
    return this.request<Api.ServicePage>({ method: 'GET', path: `/api/v1/services`, query, options }, 200);
  }

  /** Takes in a part of the dependency graph: a small one at once; a large one is stored soon after, as its receipt tells when asked for again. */
  ingestDependencies(body: Api.GraphBody, options: CallOptions = {}): Promise<Api.IngestionReceipt> {
    return this.request<Api.IngestionReceipt>({ method: 'POST', path: `/api/v1/services/dependencies`, body, options }, 202);
  }

  /** Shows the surroundings of a service. */
  getServiceDependencies(serviceId: string, query: { readonly direction?: 'both' | 'upstream' | 'downstream'; readonly depth?: number; readonly include_external?: boolean } = {}, options: CallOptions = {}): Promise<Api.Subgraph> {
    return this.request<Api.Subgraph>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/dependencies`, query, options }, 200);
  }

  /** Shows whether a service behaves otherwise than before, and what each detector found. */
  getServiceDrift(serviceId: string, options: CallOptions = {}): Promise<Api.ServiceDrift> {
    return this.request<Api.ServiceDrift>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/drift`, options }, 200);
  }

  /** Shows what is left of a service's error budgets, how fast they are spent and whether it may be deployed. */
  getErrorBudget(serviceId: string, options: CallOptions = {}): Promise<Api.ErrorBudget> {
    return this.request<Api.ErrorBudget>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/error-budget`, options }, 200);
  }

  /** Shows the maintenance windows of a service that are not over, and those that ended within an SLO window. */
  listMaintenanceWindows(serviceId: string, options: CallOptions = {}): Promise<Api.MaintenanceWindows> {
    return this.request<Api.MaintenanceWindows>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/maintenance-windows`, options }, 200);
  }

  /** Announces planned maintenance of a service: its requests in that time are left out of its error budgets. Said again with the same times and reason, it is answered as it was first and changes nothing. */
  announceMaintenance(serviceId: string, body: Api.MaintenanceWindowBody, options: CallOptions = {}): Promise<Api.MaintenanceWindow> {
    return this.request<Api.MaintenanceWindow>({ method: 'POST', path: `/api/v1/services/${encodeURIComponent(serviceId)}/maintenance-windows`, body, options }, 201);
  }

  /** Takes a maintenance window back: a planned one is removed, a running one ends now, and one that is over is removed by administrators only, its requests being counted again. */
  endMaintenance(serviceId: string, windowId: string, options: CallOptions = {}): Promise<Api.MaintenanceWindow> {
    return this.request<Api.MaintenanceWindow>({ method: 'DELETE', path: `/api/v1/services/${encodeURIComponent(serviceId)}/maintenance-windows/${encodeURIComponent(windowId)}`, options }, 200);
  }

  /** Shows what was done about the targets of a service, the newest first, page by page. */
  getSloHistory(serviceId: string, query: { readonly actor?: string; readonly action?: string; readonly from?: string; readonly to?: string; readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.History> {
    return this.request<Api.History>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/slo-history`, query, options }, 200);
  }

  /** Recommends targets for a service. */
  getSloRecommendations(serviceId: string, query: { readonly sli_type?: 'availability' | 'latency' | 'all'; readonly lookback_days?: number; readonly force_regenerate?: boolean; readonly desired_target?: number; readonly method?: 'historical_percentile' | 'predictive' } = {}, options: CallOptions = {}): Promise<Api.Recommendation> {
    return this.requestKept<Api.Recommendation>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/slo-recommendations`, query, options }, 200);
  }

  /** Computes a stored recommendation again; the body is the document as it is computed now, the header `Slo-Replay` compares. */
  replaySloRecommendation(serviceId: string, recommendationId: string, options: CallOptions = {}): Promise<Api.Recommendation> {
    return this.request<Api.Recommendation>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/slo-recommendations/${encodeURIComponent(recommendationId)}/replay`, options }, 200);
  }

  /** Shows the SLO of a service that is in force. */
  getServiceSlos(serviceId: string, options: CallOptions = {}): Promise<Api.ServiceSlo> {
    return this.request<Api.ServiceSlo>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/slos`, options }, 200);
  }

  /** Accepts, changes or rejects a recommendation, or brings targets of one's own. */
  decideSlo(serviceId: string, body: Api.DecisionBody, options: CallOptions = {}): Promise<Api.SloDecision> {
    return this.request<Api.SloDecision>({ method: 'POST', path: `/api/v1/services/${encodeURIComponent(serviceId)}/slos`, body, options }, 200);
  }

  /** Writes the alerts on the SLO of a service as rules of Prometheus or as a specification. */
  exportServiceAlerts(serviceId: string, query: { readonly format?: 'prometheus' | 'openslo' | 'sloth' | 'pyrra' | 'sloth_spec' | 'pyrra_spec'; readonly with?: 'tests' } = {}, options: CallOptions = {}): Promise<string> {
    return this.requestKept<string>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/slos/alerts`, query, options }, 200);
  }

  /** Has the recommendations of many services computed: of all internal ones, of those of a team, or of those named. One run is active at a time. */
  startBulkRecommendation(body: Api.BulkRunBody, options: CallOptions = {}): Promise<Api.BulkRun> {
    return this.request<Api.BulkRun>({ method: 'POST', path: `/api/v1/slo-recommendations/bulk`, body, options }, 202);
  }

  /** Shows how a bulk run stands, with a page of the services that could not be computed. */
  getBulkRecommendation(runId: string, query: { readonly cursor?: string; readonly limit?: number } = {}, options: CallOptions = {}): Promise<Api.BulkRun> {
    return this.request<Api.BulkRun>({ method: 'GET', path: `/api/v1/slo-recommendations/bulk/${encodeURIComponent(runId)}`, query, options }, 200);
  }

  /** Has a bulk run end early; what was computed stays. Asked again, nothing changes; a run that has ended otherwise cannot be cancelled any more. */
  cancelBulkRecommendation(runId: string, options: CallOptions = {}): Promise<Api.BulkRun> {
    return this.request<Api.BulkRun>({ method: 'POST', path: `/api/v1/slo-recommendations/bulk/${encodeURIComponent(runId)}/cancel`, options }, 202);
  }

  /** Writes the alerts on the SLOs of a team, or of all services, as rules of Prometheus or as a specification. */
  exportAlerts(query: { readonly team?: string; readonly format?: 'prometheus' | 'openslo' | 'sloth' | 'pyrra' | 'sloth_spec' | 'pyrra_spec'; readonly with?: 'tests' } = {}, options: CallOptions = {}): Promise<string> {
    return this.requestKept<string>({ method: 'GET', path: `/api/v1/slos/alerts`, query, options }, 200);
  }

  /** Finds the cheapest improvements that let a service keep a target. */
  planFeasibility(body: Api.FeasibilityBody, options: CallOptions = {}): Promise<Api.Feasibility> {
    return this.request<Api.Feasibility>({ method: 'POST', path: `/api/v1/slos/feasibility`, body, options }, 200);
  }

  /** Tells what a change of a target does to the services above. */
  analyseSloImpact(body: Api.ImpactBody, options: CallOptions = {}): Promise<Api.Impact> {
    return this.request<Api.Impact>({ method: 'POST', path: `/api/v1/slos/impact-analysis`, body, options }, 200);
  }

  /** Tells what changes of the graph or of services would do. */
  answerWhatIf(body: Api.WhatIfBody, options: CallOptions = {}): Promise<Api.WhatIf> {
    return this.request<Api.WhatIf>({ method: 'POST', path: `/api/v1/slos/what-if`, body, options }, 200);
  }

  /** Shows at which remaining shares of an error budget a team's policy changes its state. */
  getErrorBudgetPolicy(team: string, options: CallOptions = {}): Promise<Api.ErrorBudgetPolicy> {
    return this.request<Api.ErrorBudgetPolicy>({ method: 'GET', path: `/api/v1/teams/${encodeURIComponent(team)}/error-budget-policy`, options }, 200);
  }

  /** Puts thresholds in place of those of a team's policy. */
  putErrorBudgetPolicy(team: string, body: Api.ErrorBudgetPolicyBody, options: CallOptions = {}): Promise<Api.ErrorBudgetPolicy> {
    return this.request<Api.ErrorBudgetPolicy>({ method: 'PUT', path: `/api/v1/teams/${encodeURIComponent(team)}/error-budget-policy`, body, options }, 200);
  }

  /** Shows where a team is told about the SLOs of its services, without secrets and whole addresses. */
  getNotificationTargets(team: string, options: CallOptions = {}): Promise<Api.NotificationTargets> {
    return this.request<Api.NotificationTargets>({ method: 'GET', path: `/api/v1/teams/${encodeURIComponent(team)}/notification-targets`, options }, 200);
  }

  /** Puts a list in place of where a team is told about the SLOs of its services. */
  putNotificationTargets(team: string, body: Api.NotificationTargetsBody, options: CallOptions = {}): Promise<Api.NotificationTargets> {
    return this.request<Api.NotificationTargets>({ method: 'PUT', path: `/api/v1/teams/${encodeURIComponent(team)}/notification-targets`, body, options }, 200);
  }
}
