namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>Whether a service may be deployed.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Decision"><c>allow</c>, <c>caution</c> or <c>deny</c>.</param>
/// <param name="State">The gravest state of its objectives' budgets; null when nothing is known of them.</param>
/// <param name="RemainingShare">The least share that is left of one of its budgets; null when nothing is known of them.</param>
/// <param name="Reasons">Why, the gravest first.</param>
public sealed record GatedServiceDocument(
    string ServiceId, string Decision, string? State, double? RemainingShare, IReadOnlyList<GateReasonDocument> Reasons);
