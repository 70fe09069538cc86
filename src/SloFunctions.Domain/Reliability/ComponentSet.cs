using System.Numerics;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// An unchangeable set of component numbers, a bit each, in pages that sets share: what a service needs is mostly what one of
/// its dependencies needs, so that the sets of a chain of 100,000 services take some 70 MB instead of a gigabyte.
/// </summary>
internal sealed class ComponentSet(ulong[]?[] bits)
{
    public const int PageBits = PageWords * WordBits;
    public const int PageWords = 32;
    private const int WordBits = 64;

    private static readonly ulong[] None = new ulong[PageWords];

    public static readonly ComponentSet Empty = new([]);

    private readonly ulong[]?[] pages = bits;

    /// <summary>The pages in order; null where a page is empty.</summary>
    public ReadOnlySpan<ulong[]?> Pages => pages;

    public bool Contains(int component) => component / PageBits < pages.Length && pages[component / PageBits] is { } page && Has(page, component);

    public bool ContainsAny(ReadOnlySpan<int> components)
    {
        foreach (int component in components)
        {
            if (Contains(component)) return true;
        }

        return false;
    }

    /// <summary>How many components are in the set.</summary>
    public int Count()
    {
        int count = 0;
        foreach (ulong[]? page in pages)
        {
            foreach (ulong word in page ?? []) count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Appends the members, ascending.</summary>
    public void CopyTo(List<int> list) => ExceptTo(Empty, list);

    /// <summary>Appends the members that another set lacks, ascending.</summary>
    public void ExceptTo(ComponentSet other, List<int> list)
    {
        for (int i = 0; i < pages.Length; i++)
        {
            ulong[]? theirs = i < other.pages.Length ? other.pages[i] : null;
            if (pages[i] is not { } mine || mine == theirs) continue;
            theirs ??= None;
            for (int w = 0; w < PageWords; w++) Append(mine[w] & ~theirs[w], (i * PageBits) + (w * WordBits), list);
        }
    }

    /// <summary>Appends the members that another set has too, ascending.</summary>
    public void IntersectTo(ComponentSet other, List<int> list)
    {
        for (int i = 0; i < Math.Min(pages.Length, other.pages.Length); i++)
        {
            if (pages[i] is not { } mine || other.pages[i] is not { } theirs) continue;
            for (int w = 0; w < PageWords; w++) Append(mine[w] & theirs[w], (i * PageBits) + (w * WordBits), list);
        }
    }

    /// <summary>What all the sets hold.</summary>
    public static ComponentSet Common(IReadOnlyList<ComponentSet> sets)
    {
        var common = new ulong[]?[sets.Min(s => s.pages.Length)];
        for (int i = 0; i < common.Length; i++)
        {
            ulong[]? page = sets[0].pages[i];
            for (int s = 1; s < sets.Count && page is not null; s++) page = And(page, sets[s].pages[i]);
            common[i] = page;
        }

        return new ComponentSet(common);
    }

    public static bool Has(ulong[] page, int component) => (page[component % PageBits / WordBits] >> (component % WordBits) & 1) != 0;

    private static ulong[]? And(ulong[] left, ulong[]? right)
    {
        if (left == right || right is null) return right;
        ulong[] both = new ulong[PageWords];
        ulong any = 0;
        for (int i = 0; i < PageWords; i++) any |= both[i] = left[i] & right[i];
        return any == 0 ? null : both;
    }

    private static void Append(ulong word, int first, List<int> list)
    {
        for (; word != 0; word &= word - 1) list.Add(first + BitOperations.TrailingZeroCount(word));
    }
}
