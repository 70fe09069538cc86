using SloFunctions.Application.Access;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.OpenApi;

/// <summary>The policy of each function, by its name.</summary>
public static class OperationPolicies
{
    private static readonly string Viewer = Term<Role>.Name(Role.Viewer);
    private static readonly string Owner = Term<Role>.Name(Role.ServiceOwner);
    private static readonly string Admin = Term<Role>.Name(Role.SreAdmin);

    private static readonly Dictionary<string, OperationPolicy> All = new(StringComparer.Ordinal)
    {
        ["Liveness"] = OperationPolicy.Open,
        ["Readiness"] = OperationPolicy.Open,
        ["GetOpenApiDocument"] = OperationPolicy.Open,
        ["IngestDependencies"] = new(Owner, false, 10),
        ["GetIngestionReceipt"] = new(Viewer, false, 60),
        ["ListRegisteredServices"] = new(Viewer, false, 30),
        ["GetServiceDependencies"] = new(Viewer, false, 60),
        ["GetGraphDivergence"] = new(Viewer, false, 30),
        ["ListCircularDependencies"] = new(Viewer, false, 30),
        ["AcknowledgeCircularDependency"] = new(Admin, true, 30),
        ["ResolveCircularDependency"] = new(Admin, true, 30),
        ["GetSloRecommendations"] = new(Viewer, false, 60),
        ["ReplaySloRecommendation"] = new(Viewer, false, 30),
        ["AnalyseSloImpact"] = new(Viewer, false, 10),
        ["AnswerWhatIf"] = new(Viewer, false, 10),
        ["PlanFeasibility"] = new(Viewer, false, 10),
        ["GetBreachRateReport"] = new(Viewer, false, 10),
        ["GetShadowReport"] = new(Viewer, false, 10),
    };

    /// <summary>The policy of a function.</summary>
    /// <exception cref="InvalidOperationException">The function has none.</exception>
    public static OperationPolicy Of(string function) =>
        All.TryGetValue(function, out var policy) ? policy : throw new InvalidOperationException($"{function} has no policy.");
}
