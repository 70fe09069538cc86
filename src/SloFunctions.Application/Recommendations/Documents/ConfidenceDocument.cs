namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>How far a recommendation can be trusted.</summary>
/// <param name="Score">In [0, 1].</param>
/// <param name="IsLow">Whether decisions should not rest on it alone: at 0.5 or below.</param>
/// <param name="Reasons">What lowers it, the heaviest first.</param>
public sealed record ConfidenceDocument(double Score, bool IsLow, IReadOnlyList<ConfidenceReasonDocument> Reasons);
