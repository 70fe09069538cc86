namespace SloFunctions.Domain.Reliability;

/// <summary>Puts sets of components together, sharing their pages where it can.</summary>
/// <param name="largest">The largest number that will be added.</param>
internal sealed class ComponentSetBuilder(int largest)
{
    private readonly ulong[]?[] pages = new ulong[]?[(largest / ComponentSet.PageBits) + 1];
    private readonly bool[] isOwned = new bool[(largest / ComponentSet.PageBits) + 1];

    public bool Contains(int component) => pages[component / ComponentSet.PageBits] is { } page && ComponentSet.Has(page, component);

    public void Add(int component) =>
        Owned(component / ComponentSet.PageBits)[component % ComponentSet.PageBits / 64] |= 1UL << (component % 64);

    public void UnionWith(ComponentSet other)
    {
        for (int i = 0; i < other.Pages.Length; i++)
        {
            ulong[]? theirs = other.Pages[i];
            if (theirs is null || theirs == pages[i]) continue;
            if (pages[i] is not { } mine || (!isOwned[i] && IsSubset(mine, theirs))) pages[i] = theirs;
            else if (!IsSubset(theirs, mine)) Merge(theirs, Owned(i));
        }
    }

    public ComponentSet Build() => new(pages);

    private ulong[] Owned(int page)
    {
        if (!isOwned[page]) pages[page] = pages[page] is { } shared ? [.. shared] : new ulong[ComponentSet.PageWords];
        isOwned[page] = true;
        return pages[page]!;
    }

    private static bool IsSubset(ulong[] small, ulong[] large)
    {
        for (int w = 0; w < small.Length; w++)
        {
            if ((small[w] & ~large[w]) != 0) return false;
        }

        return true;
    }

    private static void Merge(ulong[] from, ulong[] into)
    {
        for (int w = 0; w < into.Length; w++) into[w] |= from[w];
    }
}
