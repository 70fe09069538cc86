using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Violations;

namespace SloFunctions.Application.Observability;

/// <summary>How one objective of an active SLO stands.</summary>
/// <param name="Service">The service.</param>
/// <param name="Team">The team of the service; null without one.</param>
/// <param name="Criticality">How critical the service is.</param>
/// <param name="Objective">The name of the objective, once a service: <c>availability</c>, <c>latency-p99</c>.</param>
/// <param name="Windows">What was counted over each window with requests; the shortest first.</param>
/// <param name="RemainingShare">The share of the error budget that is left, at most 1; null when nothing was counted.</param>
/// <param name="Latency">The promised percentile of the duration as it was measured; null where it was not.</param>
/// <param name="Violations">How many violations there were so far, by severity; open ones included.</param>
public sealed record SloFigure(
    string Service,
    string? Team,
    ServiceCriticality Criticality,
    string Objective,
    IReadOnlyList<WindowFigure> Windows,
    double? RemainingShare,
    MeasuredLatency? Latency,
    IReadOnlyDictionary<ViolationSeverity, long> Violations);
