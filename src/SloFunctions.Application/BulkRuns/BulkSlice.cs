namespace SloFunctions.Application.BulkRuns;

/// <summary>Some services of a run that are worked on one after the other. The database knows which they are.</summary>
/// <param name="RunId">The run.</param>
/// <param name="First">The place of the first one.</param>
/// <param name="Count">How many.</param>
/// <param name="Attempt">Which attempt this is, from 1. What has failed as often already is not tried again.</param>
public sealed record BulkSlice(Guid RunId, int First, int Count, int Attempt);
