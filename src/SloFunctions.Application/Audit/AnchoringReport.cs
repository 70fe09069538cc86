namespace SloFunctions.Application.Audit;

/// <summary>What setting anchors came to.</summary>
/// <param name="Moved">Anchors set.</param>
/// <param name="Broken">Chains that are not as they were written, whose anchors stay.</param>
public sealed record AnchoringReport(int Moved, int Broken);
