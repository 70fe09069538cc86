namespace SloFunctions.Application.Reliability;

/// <summary>What the landscape rests on, by its versions: as long as they stay, so does the landscape.</summary>
/// <param name="SnapshotId">The present graph; null before the first submission.</param>
/// <param name="Through">The end of the last stored hour; null before the first.</param>
/// <param name="Unfilled">Services whose history has not been read yet: it changes counts of hours that are stored already.</param>
/// <param name="PriorFittedAt">When the fleet's prior was fitted; null before the first.</param>
/// <param name="Slos">A text that changes with every change of an active SLO.</param>
public sealed record LandscapeVersion(Guid? SnapshotId, DateTimeOffset? Through, int Unfilled, DateTimeOffset? PriorFittedAt, string Slos);
