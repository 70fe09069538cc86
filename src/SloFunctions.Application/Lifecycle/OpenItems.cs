using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Finds what can still be decided on.</summary>
internal static class OpenItems
{
    /// <summary>The recommendation with an id, or all of the set that are still open; a conflict when none is.</summary>
    /// <param name="found">The set.</param>
    /// <param name="id">The id of the set, or of one of its recommendations.</param>
    /// <param name="now">The present.</param>
    public static Result<IReadOnlyList<RecommendationItem>> Of(OpenRecommendation found, Guid id, DateTimeOffset now)
    {
        bool isSet = id == found.Document.RecommendationId;
        var status = isSet ? found.Status : found.ItemStatuses[id];
        if (status != RecommendationStatus.Active) return Closed(Reason(status), found);
        if (now >= found.ExpiresAt) return Closed(Reason(RecommendationStatus.Expired), found);
        return found.Document.Recommendations
            .Where(item => (isSet || item.Id == id) && found.ItemStatuses.GetValueOrDefault(item.Id) == RecommendationStatus.Active)
            .ToArray();
    }

    private static string Reason(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Superseded => "was superseded",
        RecommendationStatus.Expired => "has expired",
        _ => $"was {Term<RecommendationStatus>.Name(status)} already",
    };

    private static Error Closed(string reason, OpenRecommendation found) => Error.Conflict(
        "recommendation-closed",
        "Recommendation Closed",
        found.SuccessorId is { } successor
            ? $"The recommendation {reason}. Its successor is {successor:D}."
            : $"The recommendation {reason}, and none has taken its place yet; ask for the service's recommendations anew.");
}
