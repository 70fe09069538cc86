using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>What a set of recommendations is stored under: of those with the same key, one is active.</summary>
/// <param name="Service">The service.</param>
/// <param name="LookbackDays">Days of history looked at.</param>
/// <param name="Method">How targets are derived.</param>
public readonly record struct RecommendationKey(ServiceId Service, int LookbackDays, RecommendationMethod Method);
