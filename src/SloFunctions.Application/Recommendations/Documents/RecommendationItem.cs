using System.Text.Json.Serialization;

namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>The recommendation for one SLI.</summary>
/// <param name="Id">The id of this recommendation.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "sli_type")]
[JsonDerivedType(typeof(AvailabilityRecommendation), "availability")]
[JsonDerivedType(typeof(LatencyRecommendation), "latency")]
public abstract record RecommendationItem([property: JsonPropertyOrder(-1)] Guid Id);
