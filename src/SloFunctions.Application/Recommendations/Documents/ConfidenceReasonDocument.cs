namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>Why a recommendation is trusted less.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Loss">The share of the confidence that it takes, in [0, 1].</param>
/// <param name="Text">The same for people.</param>
public sealed record ConfidenceReasonDocument(string Reason, double Loss, string Text);
