using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Warns of durations that the service's histogram cannot tell apart from others.</summary>
internal static class BucketWarnings
{
    /// <summary>One warning for each duration between two boundaries or beyond all.</summary>
    /// <param name="wanted">The targets that somebody named.</param>
    /// <param name="bounds">The boundaries in seconds, ascending; empty when none are known, and then nothing is warned of.</param>
    public static IEnumerable<WarningDocument> Of(WantedTargets wanted, IReadOnlyList<double> bounds)
    {
        if (bounds.Count == 0) yield break;
        foreach (double threshold in new[] { wanted.P95Ms, wanted.P99Ms, wanted.P999Ms }.OfType<double>().Distinct())
        {
            if (BucketBounds.Hold(bounds, threshold)) continue;
            yield return new WarningDocument(
                "threshold_between_buckets",
                Text.Invariant($"{threshold} ms is no bucket boundary of the service's histogram, so that requests within it cannot be counted."),
                [$"The nearest boundaries: {string.Join(" and ", BucketBounds.Around(bounds, threshold).Select(b => Text.Invariant($"{Milliseconds.Of(b)} ms")))}"]);
        }
    }
}
