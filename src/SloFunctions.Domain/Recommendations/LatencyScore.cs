using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// The function that the balanced latency target is computed with, over the features that explanations vary: the observed p99
/// with the margin that CPU throttling asks for, then snapped up to a bucket boundary. Nothing else enters, and so nothing else is named.
/// </summary>
public sealed class LatencyScore
{
    private const double P99 = 0.99;
    private const double Median = 0.5;

    private readonly LatencyLimits limits;

    private LatencyScore(LatencyLimits limits, double[] instance, double[] background) =>
        (this.limits, Instance, Background) = (limits, instance, background);

    /// <summary>The names of the features.</summary>
    public static IReadOnlyList<string> Names { get; } = ["p99_latency_historical", "noisy_neighbor_margin"];

    /// <summary>The service as it is: its p99 in seconds, and throttled seconds ÷ seconds, 0 where throttling was not measured.</summary>
    public IReadOnlyList<double> Instance { get; }

    /// <summary>
    /// What it is compared with: the p99 usual for its kind, without throttling. Kinds without one are compared with the service's
    /// own median: what is explained is then its tail.
    /// </summary>
    public IReadOnlyList<double> Background { get; }

    /// <summary>The function for a service; null where its p99 cannot be measured.</summary>
    /// <param name="history">The measured hours.</param>
    /// <param name="usual">What is usual for its kind.</param>
    /// <param name="isHeld">Whether the history is too young to promise less than that.</param>
    public static LatencyScore? Of(SliHistory history, ArchetypeBaseline usual, bool isHeld)
    {
        if (history.Latency is not { Total: > 0 } merged || merged.IsBeyondBounds(P99)) return null;
        return new LatencyScore(
            new LatencyLimits(merged, isHeld ? usual.P99Seconds : null),
            [merged.Quantile(P99), HistoricalLatency.ThrottledShare(history) ?? 0],
            [usual.P99Seconds ?? merged.Quantile(Median), 0]);
    }

    /// <summary>The score taken apart over its features.</summary>
    public AttributedScore Attribute() => AttributedScore.Of(Names, Instance, Background, Level);

    /// <summary>The balanced level before it is snapped, in seconds.</summary>
    /// <param name="features">As <see cref="Instance"/>.</param>
    public double Level(double[] features) => limits.WithMargin(features[0], NoiseMargin.For(features[1]));

    /// <summary>The balanced target in seconds; NaN where it lies beyond all bucket boundaries.</summary>
    /// <inheritdoc cref="Level"/>
    public double Target(double[] features) => limits.TargetFor(Level(features)) ?? double.NaN;
}
