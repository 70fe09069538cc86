namespace SloFunctions.Domain.Lifecycle;

/// <summary>What an SLO promises. At least one of the targets is there.</summary>
public sealed record SloTargets
{
    /// <summary>Names the targets; those that are null are not promised.</summary>
    /// <param name="availability">The share of good requests, in (0, 1).</param>
    /// <param name="latencyP95Ms">The duration that 95 % of the requests stay within, milliseconds above 0.</param>
    /// <param name="latencyP99Ms">The duration that 99 % of the requests stay within, milliseconds above 0.</param>
    /// <param name="latencyP999Ms">The duration that 99.9 % of the requests stay within, milliseconds above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target lies outside its range.</exception>
    /// <exception cref="ArgumentException">None is there.</exception>
    public SloTargets(double? availability, double? latencyP95Ms = null, double? latencyP99Ms = null, double? latencyP999Ms = null)
    {
        if (availability is not (null or (> 0 and < 1))) throw new ArgumentOutOfRangeException(nameof(availability), availability, "A target is a ratio in (0, 1).");
        RequirePositive(latencyP95Ms, nameof(latencyP95Ms));
        RequirePositive(latencyP99Ms, nameof(latencyP99Ms));
        RequirePositive(latencyP999Ms, nameof(latencyP999Ms));
        if ((availability, latencyP95Ms, latencyP99Ms, latencyP999Ms) is (null, null, null, null)) throw new ArgumentException("At least one target is needed.", nameof(availability));
        (Availability, LatencyP95Ms, LatencyP99Ms, LatencyP999Ms) = (availability, latencyP95Ms, latencyP99Ms, latencyP999Ms);
    }

    /// <summary>The share of good requests, in (0, 1); null when not promised.</summary>
    public double? Availability { get; }

    /// <summary>What 95 % of the requests stay within, milliseconds; null when not promised.</summary>
    public double? LatencyP95Ms { get; }

    /// <summary>What 99 % of the requests stay within, milliseconds; null when not promised.</summary>
    public double? LatencyP99Ms { get; }

    /// <summary>What 99.9 % of the requests stay within, milliseconds; null when not promised.</summary>
    public double? LatencyP999Ms { get; }

    private static void RequirePositive(double? milliseconds, string name)
    {
        if (milliseconds is not (null or (> 0 and < double.PositiveInfinity))) throw new ArgumentOutOfRangeException(name, milliseconds, "A duration is above 0 and finite.");
    }
}
