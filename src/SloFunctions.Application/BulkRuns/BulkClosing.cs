namespace SloFunctions.Application.BulkRuns;

/// <summary>Ends a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="HasFailed">Whether work could not go on.</param>
public sealed record BulkClosing(Guid RunId, bool HasFailed);
