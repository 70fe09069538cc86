namespace SloFunctions.Domain.Drift;

/// <summary>A confirmed drift that a baseline took in: from then on the level is another one, at the same shape of the day.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Before">How far the level was from the learnt one until then, on the transformed scale; not 0 only after earlier shifts.</param>
/// <param name="After">How far it is from then on.</param>
public sealed record DriftShift(DateTimeOffset Since, double Before, double After);
