namespace SloFunctions.Domain.Audit;

/// <summary>
/// Verifies the chains of a log entry by entry: that each gives its digest, follows the one before, and that the last is where
/// the head says and where the anchor was. Only what is needed for the next entry is kept.
/// </summary>
/// <param name="log">The log, one of <see cref="AuditLogs"/>.</param>
/// <param name="anchors">Anchors by their chain; null when they could not be read.</param>
/// <param name="keptBreaks">The most breaks that are kept; all are counted.</param>
public sealed class AuditChain(string log, IReadOnlyDictionary<Guid, ChainHead>? anchors, int keptBreaks)
{
    private readonly EntryDigest digest = new();
    private readonly List<ChainBreak> breaks = [];
    private readonly HashSet<Guid> anchored = [];
    private readonly byte[] computed = new byte[EntryDigest.Length];

    private ChainLink last;
    private ChainHead? anchor;
    private bool isStarted;
    private bool isAnchorSeen;
    private bool isLastChanged;
    private readonly byte[] expected = new byte[EntryDigest.Length];

    private long entries;
    private int chains;
    private int missingAnchors;
    private long total;

    /// <summary>Takes the next entry. Those of one chain follow each other, by their numbers.</summary>
    public void Add(ChainLink link)
    {
        if (!isStarted || link.Chain != last.Chain) Begin(link);
        if (link.Entry is not { } entry) return;
        entries++;
        digest.Compute(log, link.Chain, entry, computed);
        bool isChanged = entry.PreviousHash.Length != EntryDigest.Length || !computed.AsSpan().SequenceEqual(entry.Hash);
        if (isChanged) Break(link, entry.Sequence, entry.Id, ChainBreakKind.Changed, $"Entry {entry.Sequence} is not what was written: its content does not give its digest.");
        CheckOrder(link, entry, isChanged);
        last = link;
        isLastChanged = isChanged;
        // What a changed entry ought to be called is what its content gives; the next may hold either.
        computed.CopyTo(expected, 0);
        CheckAnchor(link, entry);
    }

    /// <summary>Says what was found, after the last entry.</summary>
    public ChainReport Complete()
    {
        if (isStarted) End();
        foreach (var lost in (anchors ?? new Dictionary<Guid, ChainHead>()).Values.Where(a => !anchored.Contains(a.Chain)).OrderBy(a => a.Chain))
        {
            anchored.Add(lost.Chain);
            Break(new ChainLink(lost.Chain, null, null, null), lost.Sequence, null, ChainBreakKind.AnchorMismatch, $"Entry {lost.Sequence} was anchored, and the whole chain is missing.");
        }

        return new ChainReport(entries, chains, anchored.Count, missingAnchors, breaks, total);
    }

    private void Begin(ChainLink link)
    {
        if (isStarted) End();
        last = link with { Entry = null };
        (isStarted, isAnchorSeen, isLastChanged, anchor) = (true, false, false, anchors?.GetValueOrDefault(link.Chain));
        expected.AsSpan().Clear();
        chains++;
        if (anchor is not null) anchored.Add(link.Chain);
        else if (anchors is not null && link.Entry is not null) missingAnchors++;
    }

    private void CheckOrder(ChainLink link, ChainedEntry entry, bool isChanged)
    {
        long before = last.Entry?.Sequence ?? 0;
        if (entry.Sequence <= before)
            Break(link, entry.Sequence, entry.Id, ChainBreakKind.Repeated, $"Entry {entry.Sequence} is there again after entry {before}.");
        else if (entry.Sequence == before + 2)
            Break(link, before + 1, null, ChainBreakKind.Missing, $"Entry {before + 1} is missing.");
        else if (entry.Sequence > before + 2)
            Break(link, before + 1, null, ChainBreakKind.Missing, $"Entries {before + 1} to {entry.Sequence - 1} are missing.");
        else if (!isChanged && !IsOfLast(entry.PreviousHash))
            Break(link, entry.Sequence, entry.Id, ChainBreakKind.Unlinked, $"Entry {entry.Sequence} does not hold the digest of entry {before}, which was replaced or is another's.");
    }

    private void CheckAnchor(ChainLink link, ChainedEntry entry)
    {
        if (anchor is null || isAnchorSeen || entry.Sequence != anchor.Sequence) return;
        isAnchorSeen = true;
        if (!IsOfLast(anchor.Hash))
            Break(link, entry.Sequence, entry.Id, ChainBreakKind.AnchorMismatch, $"Entry {entry.Sequence} has another digest than was anchored: the chain up to it was written anew.");
    }

    private void End()
    {
        long end = last.Entry?.Sequence ?? 0;
        if (last.Head is null)
            Break(last, end, last.Entry?.Id, ChainBreakKind.HeadMismatch, $"The chain ends with entry {end} and has no head.");
        else if (last.Head.Sequence != end)
            Break(last, last.Head.Sequence, null, ChainBreakKind.HeadMismatch, $"The head names entry {last.Head.Sequence}, and the chain ends with entry {end}.");
        else if (!IsOfLast(last.Head.Hash))
            Break(last, end, last.Entry?.Id, ChainBreakKind.HeadMismatch, $"The head holds another digest than entry {end}, the last.");
        if (anchor is not null && !isAnchorSeen)
            Break(last, anchor.Sequence, null, ChainBreakKind.AnchorMismatch, $"Entry {anchor.Sequence} was anchored and is missing; the chain ends with entry {end}.");
    }

    private bool IsOfLast(byte[] hash) =>
        hash.AsSpan().SequenceEqual(expected) || (isLastChanged && last.Entry is { } entry && hash.AsSpan().SequenceEqual(entry.Hash));

    private void Break(ChainLink link, long sequence, Guid? entry, ChainBreakKind kind, string explanation)
    {
        total++;
        if (breaks.Count < keptBreaks) breaks.Add(new ChainBreak(log, link.Chain, link.Service, sequence, entry, kind, explanation));
    }
}
