using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Impact.Documents;

/// <summary>What a change of one service's target does to those above it.</summary>
/// <param name="AnalysisId">The id of this analysis.</param>
/// <param name="ServiceId">The changed service.</param>
/// <param name="ProposedChange">What was analysed.</param>
/// <param name="Window">The time that the availabilities rest on.</param>
/// <param name="ImpactedServices">Every service that needs the changed one, directly or through others; largest change first.</param>
/// <param name="RiskOnly">Services that are connected by soft, degraded or asynchronous dependencies alone: their availability does not change.</param>
/// <param name="Warnings">Whether the changed service itself can keep the proposed target.</param>
/// <param name="Note">What the answer leaves out; null when nothing.</param>
/// <param name="Summary">The same in short.</param>
public sealed record ImpactDocument(
    Guid AnalysisId,
    string ServiceId,
    ProposedChangeDocument ProposedChange,
    WindowDocument Window,
    IReadOnlyList<ImpactedServiceDocument> ImpactedServices,
    IReadOnlyList<RiskOnlyDocument> RiskOnly,
    IReadOnlyList<WarningDocument> Warnings,
    string? Note,
    ImpactSummaryDocument Summary);
