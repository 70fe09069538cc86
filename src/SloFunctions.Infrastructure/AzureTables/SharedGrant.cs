namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>What came of an attempt to take tokens from a shared bucket.</summary>
/// <param name="Granted">How many were taken.</param>
/// <param name="Rest">The row without them.</param>
internal sealed record SharedGrant(int Granted, BucketRow Rest);
