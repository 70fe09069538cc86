namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>Where availability targets come from.</summary>
/// <param name="Summary">In one or two sentences.</param>
/// <param name="DependencyImpact">What the dependencies allow.</param>
public sealed record AvailabilityExplanation(string Summary, DependencyImpactDocument DependencyImpact);
