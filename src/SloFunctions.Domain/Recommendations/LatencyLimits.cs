using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>Where latency targets can lie: on a bucket boundary, where the SLI is measured exactly, and not below what is usual while a history is young.</summary>
/// <param name="histogram">The durations, or any others of the same layout.</param>
/// <param name="usualP99">The p99 usual for services of its kind in seconds, where the history is too young to promise less; else null.</param>
public sealed class LatencyLimits(LatencyHistogram histogram, double? usualP99 = null)
{
    // A percentile with its margin may pass a boundary by rounding alone: 0.2 × 1.05 is more than 0.21.
    private const double RoundingTolerance = 1e-9;

    /// <summary>The lowest boundary that can be a target, seconds; null where none is positive.</summary>
    public double? Lowest => Snap(0);

    /// <summary>A percentile with its margin, in seconds; on a boundary where only rounding carried it past that.</summary>
    /// <param name="percentile">Seconds, 0 or more.</param>
    /// <param name="margin">A share, 0 or more.</param>
    public double WithMargin(double percentile, double margin)
    {
        double seconds = percentile * (1 + margin);
        return Math.Min(seconds, Snap(seconds) ?? seconds);
    }

    /// <summary>The lowest positive boundary that is not below a duration; null where it lies beyond all of them.</summary>
    public double? Snap(double seconds)
    {
        foreach (double bound in histogram.Bounds)
        {
            if (bound > 0 && bound >= seconds * (1 - RoundingTolerance)) return bound;
        }

        return null;
    }

    /// <summary>The target for a duration that p99 or more of the requests take; null where it lies beyond all boundaries.</summary>
    public double? TargetFor(double seconds) => Snap(seconds) is { } snapped ? Math.Max(snapped, Held ?? 0) : null;

    // Beyond the highest boundary nothing could be measured.
    private double? Held => usualP99 is { } usual ? Snap(usual) ?? histogram.Bounds[^1] : null;
}
