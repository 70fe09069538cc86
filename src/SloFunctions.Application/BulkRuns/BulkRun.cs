using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.BulkRuns;

/// <summary>A bulk run as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scope">Which services it is about.</param>
/// <param name="Team">The team; null unless the scope is one.</param>
/// <param name="LookbackDays">Days of history looked at.</param>
/// <param name="Method">How targets are derived.</param>
/// <param name="Force">Whether sets that are still valid are computed anew too.</param>
/// <param name="State">How it stands.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="StartedAt">When work began; null before that.</param>
/// <param name="EndedAt">When it ended; null while it is active.</param>
/// <param name="Counts">What became of its services.</param>
public sealed record BulkRun(
    Guid Id,
    BulkScope Scope,
    string? Team,
    int LookbackDays,
    RecommendationMethod Method,
    bool Force,
    BulkRunState State,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    BulkCounts Counts)
{
    /// <summary>Whether it has not ended yet.</summary>
    public bool IsActive => State <= BulkRunState.Cancelling;
}
