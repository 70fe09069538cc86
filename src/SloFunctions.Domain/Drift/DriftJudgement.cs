namespace SloFunctions.Domain.Drift;

/// <summary>Whether a series drifted in a way that matters, and why.</summary>
/// <param name="Reason">Why it is so said.</param>
/// <param name="Vote">What the detectors found; null without a baseline.</param>
/// <param name="Change">The last change; null unless the detectors voted.</param>
public sealed record DriftJudgement(DriftReason Reason, DriftVote? Vote, DriftChange? Change)
{
    /// <summary>Whether the owner should know.</summary>
    public bool IsDrift => Reason == DriftReason.Drift;
}
