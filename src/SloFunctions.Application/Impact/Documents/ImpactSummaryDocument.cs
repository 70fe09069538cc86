namespace SloFunctions.Application.Impact.Documents;

/// <summary>An impact in short.</summary>
/// <param name="TotalImpacted">Services that need the changed one.</param>
/// <param name="SlosAtRisk">How many of them have an active SLO that they cannot keep after the change.</param>
/// <param name="AlreadyAtRisk">How many of those could not keep it before either.</param>
/// <param name="Recommendation">A sentence for people.</param>
public sealed record ImpactSummaryDocument(int TotalImpacted, int SlosAtRisk, int AlreadyAtRisk, string Recommendation);
