using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>What a proposal would change.</summary>
/// <param name="Current">The target in force; null without one.</param>
/// <param name="Direction">Where it goes; null when nothing would change.</param>
/// <param name="Size">
/// How far, 0 or more: for availability the part of the present error budget that is added or taken away, for latency the part of
/// the present duration. Null when nothing is in force.
/// </param>
public sealed record TargetChange(double? Current, ChangeDirection? Direction, double? Size)
{
    // What the database keeps apart: six decimals of a percentage, three of a millisecond.
    private const double AvailabilityStep = 5e-9;
    private const double MillisecondStep = 0.0005;

    /// <summary>The change that a proposal with a value makes.</summary>
    public static TargetChange Of(SliType sliType, ProposedTarget proposal, TargetsInForce? inForce)
    {
        double proposed = proposal.Value ?? throw new ArgumentException("A target is needed.", nameof(proposal));
        if (inForce?.Facing(sliType, proposal) is not { } current) return new TargetChange(null, ChangeDirection.Initial, null);
        bool isAvailability = sliType == SliType.Availability;
        double difference = proposed - current;
        double size = Math.Abs(difference) / (isAvailability ? 1 - current : current);
        if (Math.Abs(difference) < (isAvailability ? AvailabilityStep : MillisecondStep)) return new TargetChange(current, null, size);
        bool promisesMore = isAvailability ? difference > 0 : difference < 0;
        return new TargetChange(current, promisesMore ? ChangeDirection.Tighten : ChangeDirection.Relax, size);
    }
}
