using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>The targets of a service as rules compare recommendations with them; null where nothing is promised.</summary>
/// <param name="Availability">A ratio in (0, 1).</param>
/// <param name="LatencyP95Ms">What 95 % of the requests stay within, milliseconds.</param>
/// <param name="LatencyP99Ms">What 99 % of the requests stay within, milliseconds.</param>
/// <param name="LatencyP999Ms">What 99.9 % of the requests stay within, milliseconds.</param>
/// <param name="Source">Where they come from.</param>
public sealed record TargetsInForce(double? Availability, double? LatencyP95Ms, double? LatencyP99Ms, double? LatencyP999Ms, SloSource Source)
{
    private const double P95 = 0.95;
    private const double P99 = 0.99;

    /// <summary>Whether a duration is promised for another percentile than that of a proposal.</summary>
    public bool HasOtherLatency(ProposedTarget proposal) => proposal.Percentile switch
    {
        P95 => LatencyP99Ms is not null || LatencyP999Ms is not null,
        P99 => LatencyP95Ms is not null || LatencyP999Ms is not null,
        _ => LatencyP95Ms is not null || LatencyP99Ms is not null,
    };

    /// <summary>The target in force that a proposal would replace; null when there is none.</summary>
    public double? Facing(SliType sliType, ProposedTarget proposal) =>
        sliType == SliType.Availability ? Availability : proposal.Percentile switch
        {
            P95 => LatencyP95Ms,
            P99 => LatencyP99Ms,
            _ => LatencyP999Ms,
        };

    /// <summary>The targets once a proposal is in force among them.</summary>
    /// <param name="before">The targets before; null without any.</param>
    /// <param name="sliType">The SLI.</param>
    /// <param name="proposal">A proposal with a value.</param>
    public static TargetsInForce With(TargetsInForce? before, SliType sliType, ProposedTarget proposal)
    {
        var kept = (before ?? new TargetsInForce(null, null, null, null, default)) with { Source = SloSource.RecommendationAccepted };
        return sliType == SliType.Availability ? kept with { Availability = proposal.Value } : proposal.Percentile switch
        {
            P95 => kept with { LatencyP95Ms = proposal.Value },
            P99 => kept with { LatencyP99Ms = proposal.Value },
            _ => kept with { LatencyP999Ms = proposal.Value },
        };
    }
}
