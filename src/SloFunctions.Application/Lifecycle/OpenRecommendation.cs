using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Lifecycle;

/// <summary>A stored set as a decision finds it.</summary>
/// <param name="Document">The set as it was published.</param>
/// <param name="Status">What became of the set.</param>
/// <param name="ItemStatuses">What became of each of its recommendations, by id.</param>
/// <param name="ExpiresAt">Until when it may be decided on.</param>
/// <param name="SuccessorId">The set that is active in its place; null when none is.</param>
public sealed record OpenRecommendation(
    RecommendationDocument Document,
    RecommendationStatus Status,
    IReadOnlyDictionary<Guid, RecommendationStatus> ItemStatuses,
    DateTimeOffset ExpiresAt,
    Guid? SuccessorId);
