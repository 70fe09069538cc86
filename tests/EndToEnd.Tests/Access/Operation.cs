using SloFunctions.Application.Access;

namespace EndToEnd.Tests.Access;

/// <summary>An operation as the API's specification describes it, with a request that reaches it and changes nothing.</summary>
/// <param name="Name">The name of its function.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">A path that it answers.</param>
/// <param name="Role">The least role; null where it is open.</param>
/// <param name="NeedsUser">Whether a key will not do.</param>
/// <param name="PerMinute">Its limit; null for none.</param>
public sealed record Operation(string Name, string Method, string Path, Role? Role, bool NeedsUser, int? PerMinute)
{
    private const string Nobody = "00000000-0000-0000-0000-000000000000";

    /// <summary>Every operation there is; what the specification's table says, and nothing read from the app.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        Open("Liveness", "/api/v1/health"),
        Open("Readiness", "/api/v1/health/ready"),
        Open("ExplainProblem", "/errors/unauthenticated"),
        Open("GetOpenApiDocument", "/api/v1/openapi.json"),
        Open("SwaggerPage", "/docs"),
        Open("SwaggerFile", "/docs/swagger-ui.css"),
        Open("RedocPage", "/redoc"),
        new("UnknownRoute", "GET", "/api/v1/nothing", null, false, null),
        Open("RedocFile", "/redoc/page.css"),
        Read("GetMetrics", "/metrics", 60),
        new("IngestDependencies", "POST", "/api/v1/services/dependencies", SloFunctions.Application.Access.Role.ServiceOwner, false, 10),
        Read("GetIngestionReceipt", $"/api/v1/ingestions/{Nobody}", 60),
        Read("ListRegisteredServices", "/api/v1/services", 30),
        Read("GetServiceDependencies", "/api/v1/services/nobody/dependencies", 60),
        Read("GetGraphDivergence", "/api/v1/graph/divergence", 30),
        Read("ListCircularDependencies", "/api/v1/circular-dependencies", 30),
        Administer("AcknowledgeCircularDependency", "POST", $"/api/v1/circular-dependencies/{Nobody}/acknowledge", 30),
        Administer("ResolveCircularDependency", "POST", $"/api/v1/circular-dependencies/{Nobody}/resolve", 30),
        Read("GetSloRecommendations", "/api/v1/services/nobody/slo-recommendations", 60),
        Read("ReplaySloRecommendation", $"/api/v1/services/nobody/slo-recommendations/{Nobody}/replay", 30),
        new("StartBulkRecommendation", "POST", "/api/v1/slo-recommendations/bulk", SloFunctions.Application.Access.Role.SreAdmin, false, 10),
        Read("GetBulkRecommendation", $"/api/v1/slo-recommendations/bulk/{Nobody}", 60),
        new("CancelBulkRecommendation", "POST", $"/api/v1/slo-recommendations/bulk/{Nobody}/cancel", SloFunctions.Application.Access.Role.SreAdmin, false, 10),
        new("DecideSlo", "POST", "/api/v1/services/nobody/slos", SloFunctions.Application.Access.Role.ServiceOwner, true, 30),
        Read("GetServiceSlos", "/api/v1/services/nobody/slos", 120),
        Read("GetServiceDrift", "/api/v1/services/nobody/drift", 60),
        Read("ExportServiceAlerts", "/api/v1/services/nobody/slos/alerts", 30),
        Read("ExportAlerts", "/api/v1/slos/alerts", 10),
        Read("AnalyseSloImpact", "/api/v1/slos/impact-analysis", 10, "POST"),
        Read("AnswerWhatIf", "/api/v1/slos/what-if", 10, "POST"),
        Read("PlanFeasibility", "/api/v1/slos/feasibility", 10, "POST"),
        Read("GetBreachRateReport", "/api/v1/reports/breach-rate", 10),
        Read("GetShadowReport", "/api/v1/reports/shadow", 10),
        Administer("GetSloHistory", "GET", "/api/v1/services/nobody/slo-history", 30),
        Administer("VerifyAuditLog", "GET", "/api/v1/audit/verification", 10),
        Administer("ListAutoApprovalRules", "GET", "/api/v1/auto-approval-rules", 30),
        Administer("CreateAutoApprovalRule", "POST", "/api/v1/auto-approval-rules", 30),
        Administer("GetAutoApprovalRule", "GET", $"/api/v1/auto-approval-rules/{Nobody}", 30),
        Administer("ReplaceAutoApprovalRule", "PUT", $"/api/v1/auto-approval-rules/{Nobody}", 30),
        Administer("DeleteAutoApprovalRule", "DELETE", $"/api/v1/auto-approval-rules/{Nobody}", 30),
        Administer("PreviewAutoApprovalRule", "POST", $"/api/v1/auto-approval-rules/{Nobody}/preview", 10),
        Read("GetCoverageDashboard", "/api/v1/dashboard/coverage", 30),
        Read("GetErrorBudgetHealthDashboard", "/api/v1/dashboard/error-budget-health", 30),
        Read("GetRecommendationQualityDashboard", "/api/v1/dashboard/recommendation-quality", 30),
        Read("GetErrorBudget", "/api/v1/services/nobody/error-budget", 60),
        Read("AskDeployGate", "/api/v1/deploy-gate", 60, "POST"),
        new("GetErrorBudgetPolicy", "GET", "/api/v1/teams/payments/error-budget-policy", SloFunctions.Application.Access.Role.ServiceOwner, true, 30),
        new("PutErrorBudgetPolicy", "PUT", "/api/v1/teams/payments/error-budget-policy", SloFunctions.Application.Access.Role.ServiceOwner, true, 30),
        new("GetNotificationTargets", "GET", "/api/v1/teams/payments/notification-targets", SloFunctions.Application.Access.Role.ServiceOwner, true, 30),
        new("PutNotificationTargets", "PUT", "/api/v1/teams/payments/notification-targets", SloFunctions.Application.Access.Role.ServiceOwner, true, 30),
        new("ListMaintenanceWindows", "GET", "/api/v1/services/nobody/maintenance-windows", SloFunctions.Application.Access.Role.ServiceOwner, true, 30),
        new("AnnounceMaintenance", "POST", "/api/v1/services/nobody/maintenance-windows", SloFunctions.Application.Access.Role.ServiceOwner, true, 30),
        new("EndMaintenance", "DELETE", $"/api/v1/services/nobody/maintenance-windows/{Nobody}", SloFunctions.Application.Access.Role.ServiceOwner, true, 30),
        Administer("ListApiKeys", "GET", "/api/v1/api-keys", 10),
        Administer("CreateApiKey", "POST", "/api/v1/api-keys", 10),
        Administer("RotateApiKey", "POST", $"/api/v1/api-keys/{Nobody}/rotate", 10),
        Administer("RevokeApiKey", "DELETE", $"/api/v1/api-keys/{Nobody}", 10),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A request to it, without a credential.</summary>
    public HttpRequestMessage Request() => new(new HttpMethod(Method), Path)
    {
        Content = Method is "POST" or "PUT" ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json") : null,
    };

    private static Operation Open(string name, string path) => new(name, "GET", path, null, false, null);

    private static Operation Read(string name, string path, int perMinute, string method = "GET") =>
        new(name, method, path, SloFunctions.Application.Access.Role.Viewer, false, perMinute);

    private static Operation Administer(string name, string method, string path, int perMinute) =>
        new(name, method, path, SloFunctions.Application.Access.Role.SreAdmin, true, perMinute);
}
