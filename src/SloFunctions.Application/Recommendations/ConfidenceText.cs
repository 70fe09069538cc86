using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>The reasons of a lowered confidence, as sentences.</summary>
internal static class ConfidenceText
{
    public static string Of(ConfidenceReason reason) => reason switch
    {
        ConfidenceReason.NothingMeasured => "Nothing was ever measured: the targets are what is usual for services of this kind.",
        ConfidenceReason.ShortHistory => "Less than 30 days of data exist.",
        ConfidenceReason.ShortLookback => "The look-back is shorter than an SLO window of 28 days.",
        ConfidenceReason.IncompleteData => "Hours of the window were not measured.",
        ConfidenceReason.FaultyTelemetry => "Faulty samples had to be left out.",
        ConfidenceReason.LowTraffic => "The traffic is too low to measure a higher target, or for sure figures.",
        ConfidenceReason.LittleFleetEvidence => "The fleet has shown few incidents to learn from.",
        ConfidenceReason.Drifted => "The service behaves differently than at the beginning of the window.",
        ConfidenceReason.LongChain => "A chain of dependencies has more than 10 hops.",
        ConfidenceReason.EstimatedComposite => "The composite availability is estimated.",
        ConfidenceReason.MaskedDependencies => "The service does better than its declared dependencies allow.",
        ConfidenceReason.UnmeasuredDependencies => "Nothing is known of some hard dependencies.",
        ConfidenceReason.LiteralHistory => "The history is read literally, which says nothing of incidents it happens not to hold.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
