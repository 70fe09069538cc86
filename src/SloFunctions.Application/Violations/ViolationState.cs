namespace SloFunctions.Application.Violations;

/// <summary>A violation as it stands.</summary>
/// <param name="Key">What is violated.</param>
/// <param name="SloId">The SLO that the objective belongs to.</param>
/// <param name="BurnRate">The highest burn rate at the moment; null when none is known.</param>
/// <param name="RemainingShare">The share of the error budget that is left, at most 1; null when it is not known.</param>
public sealed record ViolationState(ViolationKey Key, Guid SloId, double? BurnRate, double? RemainingShare);
