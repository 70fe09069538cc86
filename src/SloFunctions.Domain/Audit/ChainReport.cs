namespace SloFunctions.Domain.Audit;

/// <summary>What the verification of a log's chains found.</summary>
/// <param name="Entries">The entries read.</param>
/// <param name="Chains">The chains read.</param>
/// <param name="AnchorsCompared">The anchors that were compared with their chains.</param>
/// <param name="AnchorsMissing">The chains that have entries and no anchor.</param>
/// <param name="Breaks">The first breaks, in the order of chains and entries.</param>
/// <param name="BreaksTotal">All breaks.</param>
public sealed record ChainReport(
    long Entries, int Chains, int AnchorsCompared, int AnchorsMissing, IReadOnlyList<ChainBreak> Breaks, long BreaksTotal);
