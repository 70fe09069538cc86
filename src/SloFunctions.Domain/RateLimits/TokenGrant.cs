namespace SloFunctions.Domain.RateLimits;

/// <summary>What came of an attempt to take tokens.</summary>
/// <param name="Granted">How many were taken.</param>
/// <param name="Rest">The bucket without them.</param>
public readonly record struct TokenGrant(int Granted, TokenBucket Rest);
