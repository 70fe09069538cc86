using System.Text.Json;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>A published recommendation with what it was computed from, as it is stored.</summary>
public sealed record ReadableRecommendation(JsonElement Document, RecommendationEvidence Evidence, DownstreamLandscape Downstream);
