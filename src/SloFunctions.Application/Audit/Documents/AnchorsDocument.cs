namespace SloFunctions.Application.Audit.Documents;

/// <summary>What the comparison with anchors came to.</summary>
/// <param name="Status"><c>compared</c>; <c>unavailable</c> when their store did not answer; <c>not_configured</c> without one.</param>
/// <param name="Compared">Anchors compared with their chains.</param>
/// <param name="Missing">Chains that have no anchor; new ones get theirs when anchors are set next.</param>
public sealed record AnchorsDocument(string Status, int Compared, int Missing);
