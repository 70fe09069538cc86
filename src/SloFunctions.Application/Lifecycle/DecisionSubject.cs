using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What a decision is about.</summary>
/// <param name="Service">The service.</param>
/// <param name="RecommendationId">A recommendation of one SLI, or a set; null for targets that somebody brings.</param>
/// <param name="Repeat">How the request is known again; null when its sender did not mark it.</param>
/// <param name="NamesDurations">Whether it names latency targets, for which the service's bucket boundaries must be known.</param>
public sealed record DecisionSubject(ServiceId Service, Guid? RecommendationId, IdempotencyKey? Repeat = null, bool NamesDurations = false);
