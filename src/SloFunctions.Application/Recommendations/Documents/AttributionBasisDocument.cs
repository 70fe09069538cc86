namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>What the attributions of features add up to.</summary>
/// <param name="Score">The score that is explained.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="BaseValue">The score of what the service is compared with.</param>
/// <param name="Value">The score of the service: base value + Σ phi.</param>
/// <param name="Background">What it is compared with.</param>
public sealed record AttributionBasisDocument(string Score, string Unit, double BaseValue, double Value, string Background);
