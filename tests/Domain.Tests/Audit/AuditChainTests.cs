using FsCheck;
using FsCheck.Fluent;
using SloFunctions.Domain.Audit;

namespace SloFunctions.Domain.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly Guid Chain = Guid.Parse("6f1c3f9e-4f0b-4c1d-8c5a-1f2e3d4c5b6a");

    private static readonly Arbitrary<string?[][]> Contents = Gen.Elements("", null, "a", "ab", "b", "ü", "\u0000", "1").ArrayOf(3).ArrayOf(6).ToArbitrary();

    [Fact]
    public void A_chain_that_nobody_touched_has_no_breaks() => Prop.ForAll(Contents, contents =>
    {
        var entries = Written(contents);
        var report = Verify(entries, HeadOf(entries), HeadOf(entries[..3]));

        report.Breaks.ShouldBeEmpty();
        (report.Entries, report.Chains, report.AnchorsCompared, report.AnchorsMissing).ShouldBe((6, 1, 1, 0));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_change_of_any_single_field_is_found_at_its_entry()
    {
        var edits = Gen.Choose(0, 5).SelectMany(entry => Gen.Choose(0, 6).Select(field => (entry, field))).ToArbitrary();
        Prop.ForAll(Contents, edits, (contents, edit) =>
        {
            var entries = Written(contents);
            var head = HeadOf(entries);
            entries[edit.entry] = Edited(entries[edit.entry], edit.field);

            Verify(entries, head).Breaks.ShouldContain(b => b.Kind == ChainBreakKind.Changed && b.EntryId == entries[edit.entry].Id);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_moved_from_a_field_to_the_next_is_found()
    {
        var entries = Written([["ab", "c"]]);
        var head = HeadOf(entries);
        entries[0] = entries[0] with { Fields = ["a", "bc"] };

        Verify(entries, head).Breaks.ShouldHaveSingleItem().Kind.ShouldBe(ChainBreakKind.Changed);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 3)]
    public void Entries_that_were_taken_away_are_told_once_by_the_first_number(int from, int count)
    {
        var entries = Sample();
        var head = HeadOf(entries);
        entries.RemoveRange(from, count);

        var broken = Verify(entries, head).Breaks.ShouldHaveSingleItem();
        (broken.Kind, broken.Sequence).ShouldBe((ChainBreakKind.Missing, from + 1L));
    }

    [Fact]
    public void A_cut_off_tail_disagrees_with_the_head_and_when_the_head_went_along_with_the_anchor()
    {
        var entries = Sample();
        var (head, cut) = (HeadOf(entries), entries[..4]);

        Verify(cut, head).Breaks.ShouldHaveSingleItem().Kind.ShouldBe(ChainBreakKind.HeadMismatch);
        Verify(cut, HeadOf(cut)).Breaks.ShouldBeEmpty();
        Verify(cut, HeadOf(cut), head).Breaks.ShouldHaveSingleItem().Kind.ShouldBe(ChainBreakKind.AnchorMismatch);
        Verify([], null, head).Breaks.ShouldHaveSingleItem().Kind.ShouldBe(ChainBreakKind.AnchorMismatch);
    }

    [Fact]
    public void Swapped_inserted_and_repeated_entries_are_found()
    {
        var swapped = Sample();
        var head = HeadOf(swapped);
        (swapped[1], swapped[2]) = (swapped[2] with { Sequence = 2 }, swapped[1] with { Sequence = 3 });
        var repeated = Sample();
        repeated.Insert(3, repeated[2]);
        var forged = Sample();
        forged[3] = Linked(4, forged[2].Hash, ["forged"]);

        Verify(swapped, head).BreaksTotal.ShouldBeGreaterThanOrEqualTo(2);
        Verify(repeated, head).Breaks.ShouldHaveSingleItem().Kind.ShouldBe(ChainBreakKind.Repeated);
        var broken = Verify(forged, head).Breaks.ShouldHaveSingleItem();
        (broken.Kind, broken.Sequence).ShouldBe((ChainBreakKind.Unlinked, 5L));
    }

    [Fact]
    public void Breaks_beyond_those_kept_are_counted()
    {
        var chain = new AuditChain(AuditLogs.Targets, null, 2);
        foreach (var entry in Sample()) chain.Add(new ChainLink(Chain, "checkout", Edited(entry, 4), HeadOf(Sample())));

        var report = chain.Complete();
        (report.Breaks.Count, report.BreaksTotal).ShouldBe((2, 6));
    }

    private static List<ChainedEntry> Sample() => Written([["a"], ["b"], ["c"], ["d"], ["e"], ["f"]]);

    private static List<ChainedEntry> Written(string?[][] contents)
    {
        var entries = new List<ChainedEntry>();
        foreach (var fields in contents) entries.Add(Linked(entries.Count + 1, entries is [.., var last] ? last.Hash : new byte[EntryDigest.Length], fields));
        return entries;
    }

    private static ChainedEntry Linked(long sequence, byte[] previous, string?[] fields)
    {
        var entry = new ChainedEntry(sequence, new Guid((int)sequence, 0, 0, new byte[8]), previous, new byte[EntryDigest.Length], fields);
        new EntryDigest().Compute(AuditLogs.Targets, Chain, entry, entry.Hash);
        return entry;
    }

    private static ChainedEntry Edited(ChainedEntry entry, int field) => field switch
    {
        0 => entry with { Sequence = entry.Sequence + 100 },
        1 => entry with { Id = new Guid(99, 0, 0, new byte[8]) },
        2 => entry with { PreviousHash = Flipped(entry.PreviousHash) },
        3 => entry with { Hash = Flipped(entry.Hash) },
        _ => entry with { Fields = [.. entry.Fields.Select((f, i) => i == (field - 4) % entry.Fields.Count ? $"{f}!" : f)] },
    };

    private static byte[] Flipped(byte[] bytes) => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];

    private static ChainHead HeadOf(IReadOnlyList<ChainedEntry> entries) => new(Chain, entries[^1].Sequence, entries[^1].Hash);

    private static ChainReport Verify(IReadOnlyList<ChainedEntry> entries, ChainHead? head, ChainHead? anchor = null)
    {
        var anchors = anchor is null ? null : new Dictionary<Guid, ChainHead> { [Chain] = anchor };
        var chain = new AuditChain(AuditLogs.Targets, anchors, 100);
        foreach (var entry in entries) chain.Add(new ChainLink(Chain, "checkout", entry, head));
        return chain.Complete();
    }
}
