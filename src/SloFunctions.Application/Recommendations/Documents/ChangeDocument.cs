namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>A lasting change within the look-back window.</summary>
/// <param name="Quantity">What changed: <c>typical_latency</c>, <c>tail_latency</c>, <c>background_errors</c> or <c>traffic</c>.</param>
/// <param name="Shape">How: <c>step</c> or <c>ramp</c>.</param>
/// <param name="Since">About when it began, UTC: to within a day or two for a step, the first day for a ramp.</param>
/// <param name="Ratio">The level after ÷ before a step, or at the end ÷ at the start of a ramp.</param>
public sealed record ChangeDocument(string Quantity, string Shape, DateTimeOffset Since, double Ratio);
