namespace SloFunctions.Domain.Lifecycle;

/// <summary>What an SLO promises. At least one of the targets is there.</summary>
public sealed record SloTargets
{
    /// <summary>Names the targets; those that are null are not promised.</summary>
    /// <param name="availability">The share of good requests, in (0, 1).</param>
    /// <param name="latency">The durations; none unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The availability lies outside its range.</exception>
    /// <exception cref="ArgumentException">No target is there.</exception>
    public SloTargets(double? availability, LatencyTargets? latency = null)
    {
        if (availability is not (null or (> 0 and < 1))) throw new ArgumentOutOfRangeException(nameof(availability), availability, "A target is a ratio in (0, 1).");
        Availability = availability;
        Latency = latency ?? LatencyTargets.None;
        if (availability is null && Latency.IsNone) throw new ArgumentException("At least one target is needed.", nameof(availability));
    }

    /// <summary>The share of good requests, in (0, 1); null when not promised.</summary>
    public double? Availability { get; }

    /// <summary>How long requests take at most.</summary>
    public LatencyTargets Latency { get; }
}
