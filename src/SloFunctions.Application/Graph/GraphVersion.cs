namespace SloFunctions.Application.Graph;

/// <summary>Names an effective graph.</summary>
/// <param name="SnapshotId">Its immutable snapshot.</param>
/// <param name="Hash">The hash of its content.</param>
public sealed record GraphVersion(Guid SnapshotId, byte[] Hash);
