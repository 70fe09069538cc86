namespace SloFunctions.Domain.Drift;

/// <summary>What the detectors found in the latest values of a series, and whether most of them agree.</summary>
/// <param name="Detectors">One reading a detector, in the order of <see cref="DriftDetector"/>.</param>
/// <param name="VotedAt">The time at which the majority was last reached: the later of the two earliest detections that count; null when it is not reached at the end.</param>
/// <param name="Points">Values that were replayed, gaps left out.</param>
public sealed record DriftVote(IReadOnlyList<DetectorReading> Detectors, DateTimeOffset? VotedAt, int Points)
{
    /// <summary>Whether most detectors tell a change now.</summary>
    public bool IsDrift => VotedAt is not null;
}
