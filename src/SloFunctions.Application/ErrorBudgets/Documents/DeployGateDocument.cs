namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>Whether services may be deployed.</summary>
/// <param name="Decision">The gravest of the services' decisions: <c>allow</c>, <c>caution</c> or <c>deny</c>.</param>
/// <param name="Emergency">Whether an emergency fix was asked about.</param>
/// <param name="MeasuredUntil">The end of the last hour counted, up to which the decision looks; null before the first.</param>
/// <param name="Stale">Whether that is long past.</param>
/// <param name="Services">The services in the order in which they were asked about.</param>
public sealed record DeployGateDocument(
    string Decision, bool Emergency, DateTimeOffset? MeasuredUntil, bool Stale, IReadOnlyList<GatedServiceDocument> Services);
