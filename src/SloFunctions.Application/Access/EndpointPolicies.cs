using System.Collections.Frozen;

namespace SloFunctions.Application.Access;

/// <summary>
/// The policy of every operation over HTTP, by the name of its function. The limits are those of the API's specification;
/// an operation that is not listed is refused to everybody.
/// </summary>
public static class EndpointPolicies
{
    private static readonly FrozenDictionary<string, EndpointPolicy> Table = new Dictionary<string, EndpointPolicy>(StringComparer.Ordinal)
    {
        ["Liveness"] = EndpointPolicy.Open,
        ["Readiness"] = EndpointPolicy.Open,
        ["GetOpenApiDocument"] = EndpointPolicy.Open,
        ["SwaggerPage"] = EndpointPolicy.Open,
        ["SwaggerFile"] = EndpointPolicy.Open,
        ["RedocPage"] = EndpointPolicy.Open,
        ["RedocFile"] = EndpointPolicy.Open,
        ["GetMetrics"] = EndpointPolicy.For(Role.Viewer, 60),
        ["ExplainProblem"] = EndpointPolicy.Open,
        ["UnknownRoute"] = EndpointPolicy.Open,

        ["IngestDependencies"] = EndpointPolicy.For(Role.ServiceOwner, 10),
        ["GetIngestionReceipt"] = EndpointPolicy.For(Role.Viewer, 60),
        ["ListRegisteredServices"] = EndpointPolicy.For(Role.Viewer, 30),
        ["GetServiceDependencies"] = EndpointPolicy.For(Role.Viewer, 60),
        ["GetGraphDivergence"] = EndpointPolicy.For(Role.Viewer, 30),
        ["ListCircularDependencies"] = EndpointPolicy.For(Role.Viewer, 30),
        ["AcknowledgeCircularDependency"] = EndpointPolicy.ForUsers(Role.SreAdmin, 30),
        ["ResolveCircularDependency"] = EndpointPolicy.ForUsers(Role.SreAdmin, 30),

        ["GetSloRecommendations"] = EndpointPolicy.For(Role.Viewer, 60),
        ["ReplaySloRecommendation"] = EndpointPolicy.For(Role.Viewer, 30),
        ["StartBulkRecommendation"] = EndpointPolicy.For(Role.SreAdmin, 10),
        ["GetBulkRecommendation"] = EndpointPolicy.For(Role.Viewer, 60),
        ["CancelBulkRecommendation"] = EndpointPolicy.For(Role.SreAdmin, 10),

        ["DecideSlo"] = EndpointPolicy.ForUsers(Role.ServiceOwner, 30),
        ["GetServiceSlos"] = EndpointPolicy.For(Role.Viewer, 120),
        ["ExportServiceAlerts"] = EndpointPolicy.For(Role.Viewer, 30),
        ["ExportAlerts"] = EndpointPolicy.For(Role.Viewer, 10),

        ["GetServiceDrift"] = EndpointPolicy.For(Role.Viewer, 60),

        ["AnalyseSloImpact"] = EndpointPolicy.For(Role.Viewer, 10),
        ["AnswerWhatIf"] = EndpointPolicy.For(Role.Viewer, 10),
        ["PlanFeasibility"] = EndpointPolicy.For(Role.Viewer, 10),

        ["GetBreachRateReport"] = EndpointPolicy.For(Role.Viewer, 10),
        ["GetShadowReport"] = EndpointPolicy.For(Role.Viewer, 10),

        ["GetSloHistory"] = EndpointPolicy.ForUsers(Role.SreAdmin, 30),
        ["VerifyAuditLog"] = EndpointPolicy.ForUsers(Role.SreAdmin, 10),
        ["ListAutoApprovalRules"] = EndpointPolicy.ForUsers(Role.SreAdmin, 30),
        ["CreateAutoApprovalRule"] = EndpointPolicy.ForUsers(Role.SreAdmin, 30),
        ["GetAutoApprovalRule"] = EndpointPolicy.ForUsers(Role.SreAdmin, 30),
        ["ReplaceAutoApprovalRule"] = EndpointPolicy.ForUsers(Role.SreAdmin, 30),
        ["DeleteAutoApprovalRule"] = EndpointPolicy.ForUsers(Role.SreAdmin, 30),
        ["PreviewAutoApprovalRule"] = EndpointPolicy.ForUsers(Role.SreAdmin, 10),
        ["GetCoverageDashboard"] = EndpointPolicy.For(Role.Viewer, 30),
        ["GetErrorBudgetHealthDashboard"] = EndpointPolicy.For(Role.Viewer, 30),
        ["GetRecommendationQualityDashboard"] = EndpointPolicy.For(Role.Viewer, 30),
        ["GetErrorBudget"] = EndpointPolicy.For(Role.Viewer, 60),
        ["AskDeployGate"] = EndpointPolicy.For(Role.Viewer, 60),
        ["GetErrorBudgetPolicy"] = EndpointPolicy.ForUsers(Role.ServiceOwner, 30),
        ["PutErrorBudgetPolicy"] = EndpointPolicy.ForUsers(Role.ServiceOwner, 30),
        ["GetNotificationTargets"] = EndpointPolicy.ForUsers(Role.ServiceOwner, 30),
        ["PutNotificationTargets"] = EndpointPolicy.ForUsers(Role.ServiceOwner, 30),

        ["ListMaintenanceWindows"] = EndpointPolicy.ForUsers(Role.ServiceOwner, 30),
        ["AnnounceMaintenance"] = EndpointPolicy.ForUsers(Role.ServiceOwner, 30),
        ["EndMaintenance"] = EndpointPolicy.ForUsers(Role.ServiceOwner, 30),

        ["ListApiKeys"] = EndpointPolicy.ForUsers(Role.SreAdmin, 10),
        ["CreateApiKey"] = EndpointPolicy.ForUsers(Role.SreAdmin, 10),
        ["RotateApiKey"] = EndpointPolicy.ForUsers(Role.SreAdmin, 10),
        ["RevokeApiKey"] = EndpointPolicy.ForUsers(Role.SreAdmin, 10),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The operations that have a policy.</summary>
    public static IReadOnlyCollection<string> Operations => Table.Keys;

    /// <summary>The policy of an operation; null when it has none.</summary>
    public static EndpointPolicy? Find(string operation) => Table.GetValueOrDefault(operation);
}
