namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>When nothing is left of the budget if the service goes on as in its last day, while old failures leave the window.</summary>
/// <param name="Outcome"><c>exhausts</c> within the next SLO window, <c>lasts</c>, <c>already_exhausted</c> or <c>too_few_hours</c>.</param>
/// <param name="At">When, to the hour; null unless it exhausts.</param>
/// <param name="Earliest">The early end of the interval; null when the budget lasts even then, or nothing can be said.</param>
/// <param name="Latest">The late end; null when the budget lasts then, or nothing can be said.</param>
/// <param name="Confidence">The probability of the interval, a share.</param>
public sealed record ProjectedExhaustionDocument(string Outcome, DateTimeOffset? At, DateTimeOffset? Earliest, DateTimeOffset? Latest, double Confidence);
