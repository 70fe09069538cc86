namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>A service with that objective of which the least budget is left.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Team">Who runs it.</param>
/// <param name="Criticality">How much depends on it.</param>
/// <param name="SliType"><c>availability</c> or <c>latency</c>.</param>
/// <param name="Target">The share of good requests promised, percent.</param>
/// <param name="ThresholdMs">The time that good requests take at most, milliseconds; null for availability.</param>
/// <param name="State">The state of the error budget policy.</param>
/// <param name="RemainingBudget">The share of the budget that is left; negative when the objective is missed.</param>
/// <param name="ConsumedBudget">The share that is consumed; above 1 when the objective is missed.</param>
/// <param name="AllowedBad">Bad requests that the target allows among those counted.</param>
/// <param name="Bad">Bad requests.</param>
/// <param name="Total">All requests counted.</param>
/// <param name="MeasuredShare">The share of the window's hours that were measured.</param>
public sealed record ServiceBudgetDocument(
    string ServiceId,
    string? Team,
    string Criticality,
    string SliType,
    double Target,
    double? ThresholdMs,
    string State,
    double RemainingBudget,
    double ConsumedBudget,
    double AllowedBad,
    long Bad,
    long Total,
    double MeasuredShare);
