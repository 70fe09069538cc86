using System.Collections.Frozen;

namespace SloFunctions.Functions.Operations;

/// <summary>The group of every operation over HTTP, by the name of its function; what is not listed is cheap.</summary>
public static class OperationGroups
{
    private static readonly FrozenDictionary<string, OperationGroup> Table = new Dictionary<string, OperationGroup>(StringComparer.Ordinal)
    {
        ["IngestDependencies"] = OperationGroup.Ingestion,
        ["GetSloRecommendations"] = OperationGroup.Recommendations,
        ["ReplaySloRecommendation"] = OperationGroup.Replays,
        ["AnalyseSloImpact"] = OperationGroup.Analyses,
        ["AnswerWhatIf"] = OperationGroup.Analyses,
        ["PlanFeasibility"] = OperationGroup.Analyses,
        ["GetBreachRateReport"] = OperationGroup.Reports,
        ["GetShadowReport"] = OperationGroup.Reports,
        ["ExportAlerts"] = OperationGroup.Reports,
        ["VerifyAuditLog"] = OperationGroup.Reports,
        ["PreviewAutoApprovalRule"] = OperationGroup.Reports,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The operations that are listed.</summary>
    public static IReadOnlyCollection<string> Listed => Table.Keys;

    /// <summary>The group of an operation.</summary>
    public static OperationGroup Of(string operation) => Table.GetValueOrDefault(operation, OperationGroup.Cheap);
}
