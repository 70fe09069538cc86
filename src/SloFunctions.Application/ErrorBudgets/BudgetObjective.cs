using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>One objective of an SLO in force.</summary>
/// <param name="Service">The service.</param>
/// <param name="Team">Who runs it; null when nobody is registered.</param>
/// <param name="Criticality">How much depends on it.</param>
/// <param name="SloId">The SLO that it belongs to.</param>
/// <param name="SloVersion">The SLO's version, 1 or more.</param>
/// <param name="ActivatedAt">Since when the SLO is in force.</param>
/// <param name="Target">The share of good requests, in (0, 1): of a latency objective, of those within the threshold.</param>
/// <param name="ThresholdMs">The threshold of a latency objective, milliseconds; null for availability.</param>
public sealed record BudgetObjective(
    ServiceId Service,
    string? Team,
    ServiceCriticality Criticality,
    Guid SloId,
    long SloVersion,
    DateTimeOffset ActivatedAt,
    double Target,
    double? ThresholdMs)
{
    /// <summary>What the objective is about.</summary>
    public SliType SliType => ThresholdMs is null ? SliType.Availability : SliType.Latency;
}
