namespace SloFunctions.Application.Graph;

/// <summary>What became of an attempt to store a large submission.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Receipt">The receipt when it is stored.</param>
/// <param name="Failure">Why it will never be stored; null unless that is so.</param>
public sealed record GraphSubmissionResult(GraphSubmissionOutcome Outcome, IngestionReceipt? Receipt, IngestionFailure? Failure);
