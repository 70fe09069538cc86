namespace SloFunctions.Application.Reports.Documents;

/// <summary>The target that people chose less the recommended one.</summary>
/// <param name="PercentagePoints">Positive where people promise more.</param>
/// <param name="Nines">The same in nines, −log₁₀(1 − target): 1 is a tenth of the failures.</param>
/// <param name="ErrorBudgetWindowMinutes">Minutes of outage that 28 days allow: negative where people promise more.</param>
public sealed record TargetDifferenceDocument(double PercentagePoints, double Nines, double ErrorBudgetWindowMinutes);
