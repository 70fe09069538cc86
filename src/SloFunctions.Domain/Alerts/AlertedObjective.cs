using System.Globalization;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Alerts;

/// <summary>One objective of an SLO in force, with what its alerts say.</summary>
public sealed record AlertedObjective
{
    /// <summary>Names the objective.</summary>
    /// <param name="service">The service.</param>
    /// <param name="target">The share of good requests, in (0, 1): of a latency objective, of those within the threshold.</param>
    /// <param name="thresholdSeconds">The threshold of a latency objective in seconds, above 0; null for availability.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target or the threshold lies outside its range.</exception>
    public AlertedObjective(ServiceId service, double target, double? thresholdSeconds = null)
    {
        if (target is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(target), target, "A target is a ratio in (0, 1).");
        if (thresholdSeconds is not (null or (> 0 and < double.PositiveInfinity))) throw new ArgumentOutOfRangeException(nameof(thresholdSeconds), thresholdSeconds, "A duration is above 0 and finite.");
        (Service, Target, ThresholdSeconds) = (service, target, thresholdSeconds);
        Name = thresholdSeconds is null ? "availability" : $"latency-p{Digits(target)}";
    }

    /// <summary>The service.</summary>
    public ServiceId Service { get; }

    /// <summary>The share of good requests, in (0, 1).</summary>
    public double Target { get; }

    /// <summary>The threshold of a latency objective in seconds; null for availability.</summary>
    public double? ThresholdSeconds { get; }

    /// <summary>Whether the service's histogram has the threshold for a boundary, without which a latency objective cannot be measured; true unless set.</summary>
    public bool ThresholdIsBoundary { get; init; } = true;

    /// <summary>Who runs the service; null when nobody is registered.</summary>
    public string? Team { get; init; }

    /// <summary>How much depends on the service; medium unless set.</summary>
    public ServiceCriticality Criticality { get; init; } = ServiceCriticality.Medium;

    /// <summary>Where to read what to do; null when nothing is known.</summary>
    public RunbookAddress? Runbooks { get; init; }

    /// <summary>What the objective is called, once a service: <c>availability</c>, <c>latency-p95</c>, <c>latency-p999</c>.</summary>
    public string Name { get; }

    /// <summary>What the objective is about.</summary>
    public SliType SliType => ThresholdSeconds is null ? SliType.Availability : SliType.Latency;

    /// <summary>The share of requests that may be bad: 1 − target, without the rounding error of a difference of doubles.</summary>
    public decimal Budget => 1 - (decimal)Target;

    /// <summary>Whether the objective can be measured.</summary>
    public bool IsMeasurable => SliType == SliType.Availability || ThresholdIsBoundary;

    // 0.9 is p90 and 0.999 is p999, as everywhere else.
    private static string Digits(double target) => ((decimal)target).ToString("0.00##########################", CultureInfo.InvariantCulture)[2..];
}
