namespace SloFunctions.Application.Violations;

/// <summary>What has changed since the violations were last looked at.</summary>
/// <param name="Through">The end of the last hour that was counted, when what began began and what ended ended.</param>
/// <param name="Violated">All that is violated, be it new or not.</param>
/// <param name="Ended">What is violated no more.</param>
public sealed record ViolationChange(DateTimeOffset Through, IReadOnlyList<ViolationState> Violated, IReadOnlyList<ViolationKey> Ended);
