using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Recommendations;

/// <summary>What bounds the targets of a service besides its own history.</summary>
/// <param name="Service">What the service can reach, given what it needs.</param>
/// <param name="ExpectedRequests">The requests expected in an SLO window; null when unknown.</param>
/// <param name="ArchetypeBaseline">The availability usual for services of its kind, a ratio, where the history is too young to support more; else null.</param>
public sealed record TargetLimits(ServiceAvailability Service, double? ExpectedRequests, double? ArchetypeBaseline)
{
    /// <summary>The composite bound where it caps targets: where dependencies are masked it does not.</summary>
    public double CompositeCap => Service.IsMasked ? 1 : Service.Bound.Availability;

    /// <summary>A level as it may be recommended: capped, floored to the ladder, supported by the traffic.</summary>
    /// <param name="level">A ratio in [0, 1].</param>
    /// <returns>The target; null when none remains.</returns>
    public double? TargetFor(double level) => Supported(Usual(level));

    /// <summary>A level floored to the ladder, at most what is usual for services of its kind.</summary>
    public double? Usual(double level) => TargetLadder.Floor(Math.Min(level, ArchetypeBaseline ?? 1));

    /// <summary>Whether the traffic is too low for the target that a level would otherwise give.</summary>
    public bool IsHeldByTraffic(double level) => TargetFor(level) != Usual(level);

    // The highest target, not above a given one, whose error budget the traffic can measure.
    private double? Supported(double? target) => target is { } wanted && ExpectedRequests is { } requests ? TargetLadder.SupportedBy(wanted, requests) : target;
}
