namespace SloFunctions.Functions.OpenApi;

/// <summary>Bodies that the OpenAPI document shows. They may be sent as they are, one after the other.</summary>
internal static class BodyExamples
{
    public const string Graph = """
        {
          "source": "manual",
          "timestamp": "2026-02-14T10:00:00Z",
          "nodes": [
            { "service_id": "checkout", "metadata": { "team": "payments", "criticality": "high", "tier": 1 } },
            { "service_id": "bank-gateway", "metadata": { "service_type": "external", "published_sla": 99.95 } }
          ],
          "edges": [
            {
              "source": "checkout",
              "target": "bank-gateway",
              "attributes": {
                "communication_mode": "sync", "criticality": "hard", "protocol": "grpc", "timeout_ms": 5000,
                "retry_config": { "max_retries": 3, "backoff_strategy": "exponential" }
              }
            }
          ]
        }
        """;

    public const string Impact = """
        {
          "service_id": "bank-gateway",
          "proposed_change": { "sli_type": "availability", "current_target": 99.95, "proposed_target": 99.9 }
        }
        """;

    public const string WhatIf = """
        {
          "changes": [
            { "type": "add_service", "service_id": "bank-gateway-2", "availability": 99.9 },
            { "type": "make_redundant", "source": "checkout", "members": ["bank-gateway", "bank-gateway-2"] }
          ],
          "services": ["checkout"]
        }
        """;

    public const string Feasibility = """
        { "service_id": "checkout", "desired_target": 99.9, "weights": { "bank-gateway": 3 }, "fixed": [], "include_self": true }
        """;

    public const string ApiKey = """{ "name": "backstage", "role": "viewer", "expires_in_days": 90, "rate_limits": { "GetSloRecommendations": 600 } }""";

    public const string Decision = """
        {
          "action": "manual",
          "targets": { "availability": 99.95, "latency_p99_ms": 600 },
          "rationale": "Agreed with our customers."
        }
        """;

    public const string Rotation = """{ "grace_minutes": 60 }""";

    public const string AutoApprovalRule = """
        {
          "name": "Unimportant services",
          "enabled": false,
          "conditions": { "criticality": ["low", "medium"], "confidence_min": 0.85, "tier": "balanced", "direction": "any" }
        }
        """;

    public const string ReplacedRule = """
        {
          "name": "Small changes of unimportant services",
          "enabled": true,
          "conditions": { "criticality": ["low"], "confidence_min": 0.9, "max_change": 0.25 }
        }
        """;

    public const string RulePreview = """
        { "days": 30, "conditions": { "criticality": ["low"], "confidence_min": 0.9, "max_change": 0.25 } }
        """;

    public const string NotificationTargets = """
        {
          "targets": [
            { "name": "release log", "url": "https://hooks.example.com/slo", "format": "generic", "events": ["accept", "modify", "manual"] },
            { "name": "channel", "url": "https://hooks.slack.com/services/T000/B000/XXXXXXXX", "format": "slack" }
          ]
        }
        """;

    public const string DeployGate = """{ "services": ["checkout", "bank-gateway"], "emergency": true, "reason": "Payments fail since 14:00." }""";

    public const string ErrorBudgetPolicy = """{ "caution": 0.6, "freeze": 0.3, "incident": 0.1 }""";

    public const string MaintenanceWindow = """
        { "starts_at": "2026-12-06T01:00:00+01:00", "ends_at": "2026-12-06T03:30:00+01:00", "reason": "The database moves to a new version." }
        """;

    public const string BulkRun = """{ "scope": "services", "service_ids": ["checkout", "bank-gateway"], "lookback_days": 30, "force": false }""";

    public const string CycleAction = """{ "notes": "Being made asynchronous." }""";
}
