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

  /** Takes in a part of the dependency graph. */
  ingestDependencies(body: Api.GraphBody, options: CallOptions = {}): Promise<Api.IngestionReceipt> {
    return this.request<Api.IngestionReceipt>({ method: 'POST', path: `/api/v1/services/dependencies`, body, options }, 202);
  }

  /** Shows the surroundings of a service. */
  getServiceDependencies(serviceId: string, query: { readonly direction?: 'both' | 'upstream' | 'downstream'; readonly depth?: number; readonly include_external?: boolean } = {}, options: CallOptions = {}): Promise<Api.Subgraph> {
    return this.request<Api.Subgraph>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/dependencies`, query, options }, 200);
  }

  /** Recommends targets for a service. */
  getSloRecommendations(serviceId: string, query: { readonly sli_type?: 'availability' | 'latency' | 'all'; readonly lookback_days?: number; readonly force_regenerate?: boolean; readonly desired_target?: number; readonly method?: 'historical_percentile' | 'predictive' } = {}, options: CallOptions = {}): Promise<Api.Recommendation> {
    return this.requestKept<Api.Recommendation>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/slo-recommendations`, query, options }, 200);
  }

  /** Computes a stored recommendation again; the body is the document as it is computed now, the header `Slo-Replay` compares. */
  replaySloRecommendation(serviceId: string, recommendationId: string, options: CallOptions = {}): Promise<Api.Recommendation> {
    return this.request<Api.Recommendation>({ method: 'GET', path: `/api/v1/services/${encodeURIComponent(serviceId)}/slo-recommendations/${encodeURIComponent(recommendationId)}/replay`, options }, 200);
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
}
