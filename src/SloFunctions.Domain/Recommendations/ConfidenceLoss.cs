namespace SloFunctions.Domain.Recommendations;

/// <summary>What a reason takes from the confidence.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Share">The share of the confidence that is lost, in [0, 1].</param>
public sealed record ConfidenceLoss(ConfidenceReason Reason, double Share)
{
    // Judgements, not measurements: a missing month weighs most, a literal reading least. They order recommendations for
    // people and for approval rules; no target is computed from them.
    private static readonly Dictionary<ConfidenceReason, double> Most = new()
    {
        [ConfidenceReason.NothingMeasured] = 0.9,
        [ConfidenceReason.ShortHistory] = 0.6,
        [ConfidenceReason.ShortLookback] = 0.4,
        [ConfidenceReason.IncompleteData] = 0.6,
        [ConfidenceReason.FaultyTelemetry] = 0.5,
        [ConfidenceReason.LowTraffic] = 0.5,
        [ConfidenceReason.LittleFleetEvidence] = 0.2,
        [ConfidenceReason.Drifted] = 0.3,
        [ConfidenceReason.LongChain] = 0.15,
        [ConfidenceReason.EstimatedComposite] = 0.1,
        [ConfidenceReason.MaskedDependencies] = 0.1,
        [ConfidenceReason.UnmeasuredDependencies] = 0.15,
        [ConfidenceReason.LiteralHistory] = 0.3,
    };

    /// <summary>The loss for a reason that holds to some extent.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="extent">In [0, 1]; beyond counts as the end.</param>
    public static ConfidenceLoss Of(ConfidenceReason reason, double extent = 1) => new(reason, Most[reason] * Math.Clamp(extent, 0, 1));
}
