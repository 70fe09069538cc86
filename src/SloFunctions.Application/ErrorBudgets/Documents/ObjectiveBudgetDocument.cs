namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>The error budget of one objective over the SLO window.</summary>
/// <param name="SliType"><c>availability</c> or <c>latency</c>.</param>
/// <param name="Target">The share of good requests promised, percent.</param>
/// <param name="ThresholdMs">The time that good requests take at most, milliseconds; null for availability.</param>
/// <param name="State">The state of the policy: <c>normal</c>, <c>caution</c>, <c>freeze</c>, <c>incident</c> or <c>exhausted</c>; null when nothing is known.</param>
/// <param name="NoDataReason">Why nothing is known: <c>no_telemetry</c>, <c>no_traffic</c>, <c>threshold_off_buckets</c> or <c>no_histogram</c>; null when it is.</param>
/// <param name="RemainingShare">The share of the budget that is left, negative when the objective is missed; null when nothing is known.</param>
/// <param name="ConsumedShare">The share that is consumed, above 1 when the objective is missed; null when nothing is known.</param>
/// <param name="AllowedEvents">Bad requests that the target allows among those counted; null when nothing is known.</param>
/// <param name="RemainingEvents">How many of them are left, negative when the objective is missed; null when nothing is known.</param>
/// <param name="BadEvents">Bad requests counted.</param>
/// <param name="TotalEvents">All requests counted.</param>
/// <param name="RemainingMinutes">Minutes of full outage that would consume what is left; null for latency and when nothing is known.</param>
/// <param name="MeasuredShare">The share of the window's hours that tell of the objective.</param>
/// <param name="BurnRates">How fast it was spent lately, the shortest time first.</param>
/// <param name="ProjectedExhaustion">When nothing will be left; null when nothing is known.</param>
public sealed record ObjectiveBudgetDocument(
    string SliType,
    double Target,
    double? ThresholdMs,
    string? State,
    string? NoDataReason,
    double? RemainingShare,
    double? ConsumedShare,
    double? AllowedEvents,
    double? RemainingEvents,
    long BadEvents,
    long TotalEvents,
    double? RemainingMinutes,
    double MeasuredShare,
    IReadOnlyList<BurnRateDocument> BurnRates,
    ProjectedExhaustionDocument? ProjectedExhaustion);
