namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>One thing that a decision about a deployment rests on.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Decision">What it alone would lead to: <c>allow</c>, <c>caution</c> or <c>deny</c>.</param>
/// <param name="Message">What it is, as a sentence.</param>
public sealed record GateReasonDocument(string Code, string Decision, string Message);
