using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Warns of durations that the service's histogram cannot tell apart from others.</summary>
internal static class BucketWarnings
{
    // Boundaries are written in seconds and converted.
    private const double Rounding = 1e-9;

    /// <summary>One warning for each duration between two boundaries or beyond all.</summary>
    /// <param name="wanted">The targets that somebody named.</param>
    /// <param name="bounds">The boundaries in seconds, ascending; empty when none are known, and then nothing is warned of.</param>
    public static IEnumerable<WarningDocument> Of(WantedTargets wanted, IReadOnlyList<double> bounds)
    {
        if (bounds.Count == 0) yield break;
        foreach (double threshold in new[] { wanted.P95Ms, wanted.P99Ms, wanted.P999Ms }.OfType<double>().Distinct())
        {
            if (bounds.Any(b => Math.Abs((b * 1000) - threshold) <= threshold * Rounding)) continue;
            yield return new WarningDocument(
                "threshold_between_buckets",
                Text.Invariant($"{threshold} ms is no bucket boundary of the service's histogram, so that requests within it cannot be counted."),
                [.. Suggestion(threshold, bounds)]);
        }
    }

    private static IEnumerable<string> Suggestion(double threshold, IReadOnlyList<double> bounds)
    {
        double[] near = [.. bounds.Where(b => b * 1000 < threshold).TakeLast(1), .. bounds.Where(b => b * 1000 > threshold).Take(1)];
        yield return $"The nearest boundaries: {string.Join(" and ", near.Select(b => Text.Invariant($"{Milliseconds.Of(b)} ms")))}";
    }
}
