namespace SloFunctions.Domain.Graph;

/// <summary>Brings together what several sources say of the same dependencies.</summary>
public static class DependencyMerge
{
    private static readonly int Sources = Enum.GetValues<DiscoverySource>().Length;

    /// <summary>All dependencies, by caller and callee.</summary>
    /// <param name="views">What sources say; each source at most once of a dependency.</param>
    public static IReadOnlyList<MergedDependency> Merge(IEnumerable<SourcedDependency> views)
    {
        SourcedDependency[] sorted = [.. views];
        Array.Sort(sorted, (a, b) => (a.Source, a.Target, a.From).CompareTo((b.Source, b.Target, b.From)));
        var merged = new List<MergedDependency>(sorted.Length);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end].Source == sorted[start].Source && sorted[end].Target == sorted[start].Target) end++;
            merged.Add(new MergedDependency(new ArraySegment<SourcedDependency>(sorted, start, end - start)));
        }

        return merged;
    }

    /// <summary>The graph as it counts.</summary>
    /// <param name="services">All services; the dependencies name them by their place.</param>
    /// <param name="dependencies">All dependencies.</param>
    public static ServiceGraph Effective(IReadOnlyList<GraphService> services, IReadOnlyList<MergedDependency> dependencies)
    {
        var known = FirstKnown(services.Count, dependencies);
        return new ServiceGraph(services, [.. dependencies.Select(d => d.Effective(NewSince(d, known)))]);
    }

    // Whatever a source reports when it first speaks of a caller may be as old as the caller: only later additions are new.
    private static DateTimeOffset? NewSince(MergedDependency dependency, DateTimeOffset[] known)
    {
        DateTimeOffset? since = null;
        foreach (var view in dependency.Views)
        {
            if (view.FirstObservedAt <= known[(view.Source * Sources) + (int)view.From]) return null;
            since = since is { } earlier && earlier <= view.FirstObservedAt ? earlier : view.FirstObservedAt;
        }

        return since;
    }

    private static DateTimeOffset[] FirstKnown(int services, IReadOnlyList<MergedDependency> dependencies)
    {
        var known = new DateTimeOffset[services * Sources];
        Array.Fill(known, DateTimeOffset.MaxValue);
        foreach (var view in dependencies.SelectMany(d => d.Views))
        {
            int at = (view.Source * Sources) + (int)view.From;
            if (view.FirstObservedAt < known[at]) known[at] = view.FirstObservedAt;
        }

        return known;
    }
}
