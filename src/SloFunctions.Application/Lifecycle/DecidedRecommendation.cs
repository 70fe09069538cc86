using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What becomes of recommendations that were decided on.</summary>
/// <param name="SetId">Their set. It gets the same status once all its recommendations have been decided on.</param>
/// <param name="Items">The recommendations.</param>
/// <param name="Status">Accepted or rejected.</param>
public sealed record DecidedRecommendation(Guid SetId, IReadOnlyList<Guid> Items, RecommendationStatus Status);
