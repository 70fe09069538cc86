namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>The error budgets of a service.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Team">Who runs it; null when nobody is registered.</param>
/// <param name="SloId">The SLO in force.</param>
/// <param name="SloVersion">Its version.</param>
/// <param name="ActivatedAt">Since when it is in force; requests before count too, because the window rolls.</param>
/// <param name="WindowDays">The length of the SLO window.</param>
/// <param name="MeasuredUntil">Where the window ends: the end of the last hour counted; null before the first.</param>
/// <param name="Stale">Whether that is long past, so that the budget may be another one by now.</param>
/// <param name="MaintenancePending">Whether requests that fell into planned maintenance are still counted, because they are not measured yet.</param>
/// <param name="State">The gravest state of the objectives of which something is known; null when nothing is.</param>
/// <param name="Action">What the policy asks for in that state; null when nothing is known.</param>
/// <param name="DeployDecision">What the deploy gate would say: <c>allow</c>, <c>caution</c> or <c>deny</c>.</param>
/// <param name="DeployAllowed">Whether that is anything but <c>deny</c>.</param>
/// <param name="DeployReasons">Why.</param>
/// <param name="Thresholds">The thresholds of the policy: the team's own, or those of the handbook.</param>
/// <param name="Objectives">The objectives, availability before latency.</param>
public sealed record ErrorBudgetDocument(
    string ServiceId,
    string? Team,
    Guid SloId,
    long SloVersion,
    DateTimeOffset ActivatedAt,
    int WindowDays,
    DateTimeOffset? MeasuredUntil,
    bool Stale,
    bool MaintenancePending,
    string? State,
    string? Action,
    string DeployDecision,
    bool DeployAllowed,
    IReadOnlyList<GateReasonDocument> DeployReasons,
    PolicyThresholdsDocument Thresholds,
    IReadOnlyList<ObjectiveBudgetDocument> Objectives);
