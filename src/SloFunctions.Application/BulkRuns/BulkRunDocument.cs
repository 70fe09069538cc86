namespace SloFunctions.Application.BulkRuns;

/// <summary>A bulk run as published.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="State">How it stands.</param>
/// <param name="Scope">Which services it is about.</param>
/// <param name="Team">The team; null unless the scope is one.</param>
/// <param name="LookbackDays">Days of history looked at.</param>
/// <param name="Method">How targets are derived.</param>
/// <param name="Force">Whether recommendations that are still valid are computed anew too.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="StartedAt">When work began; null before that.</param>
/// <param name="FinishedAt">When it ended; null while it is active.</param>
/// <param name="DurationSeconds">How long it has taken since work began; null before that.</param>
/// <param name="EstimatedSecondsLeft">How much longer it will take if it goes on as before; null unless it is running and something is done.</param>
/// <param name="Counts">What became of its services.</param>
/// <param name="Progress">The share of services that nothing is to be done for any more.</param>
/// <param name="Failures">A page of the services that were given up, in the order of the run.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record BulkRunDocument(
    Guid RunId,
    string State,
    string Scope,
    string? Team,
    int LookbackDays,
    string Method,
    bool Force,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    double? DurationSeconds,
    double? EstimatedSecondsLeft,
    BulkCountsDocument Counts,
    double Progress,
    IReadOnlyList<BulkFailureDocument> Failures,
    string? NextCursor);
