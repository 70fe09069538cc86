using SloFunctions.Application.Audit.Documents;
using SloFunctions.Domain.Audit;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Audit;

/// <summary>Writes what a verification found.</summary>
internal static class VerificationRendering
{
    public static VerificationDocument Of(ChainReport targets, ChainReport administration, AnchorStatus status, DateTimeOffset verifiedAt)
    {
        long breaks = targets.BreaksTotal + administration.BreaksTotal;
        return new VerificationDocument(
            breaks == 0,
            targets.Entries + administration.Entries,
            targets.Chains,
            new AnchorsDocument(
                Term<AnchorStatus>.Name(status),
                targets.AnchorsCompared + administration.AnchorsCompared,
                targets.AnchorsMissing + administration.AnchorsMissing),
            [.. targets.Breaks.Concat(administration.Breaks).Select(Document)],
            breaks,
            verifiedAt);
    }

    private static BreakDocument Document(ChainBreak found) => new(
        found.Log, found.Service, found.Chain, found.Sequence, found.EntryId, Term<ChainBreakKind>.Name(found.Kind), found.Explanation);
}
