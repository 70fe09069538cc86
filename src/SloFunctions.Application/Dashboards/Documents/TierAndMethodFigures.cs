namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>The figures of recommendations of one tier and method.</summary>
/// <param name="Tier">The tier: of a decision the one that was chosen, of an objective the one whose target is in force; null where there is none.</param>
/// <param name="Method">How the recommendations were made; null where it is not known.</param>
/// <param name="Figures">Their figures.</param>
public sealed record TierAndMethodFigures(string? Tier, string? Method, QualityFigures Figures);
