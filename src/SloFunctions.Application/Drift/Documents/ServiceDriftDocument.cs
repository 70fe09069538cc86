namespace SloFunctions.Application.Drift.Documents;

/// <summary>Whether a service drifted, as it is published.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="EvaluatedAt">When it was last looked at; null if never.</param>
/// <param name="NextEvaluationDue">When it is to be looked at next, at the earliest; null before the first time.</param>
/// <param name="Series">Each series that is watched.</param>
public sealed record ServiceDriftDocument(
    string ServiceId, DateTimeOffset? EvaluatedAt, DateTimeOffset? NextEvaluationDue, IReadOnlyList<SeriesDriftDocument> Series);
