namespace SloFunctions.Domain.Impact;

/// <summary>Lists of what belongs to each service.</summary>
internal static class Adjacency
{
    /// <summary>Sorts items by the service they belong to.</summary>
    public static T[][] Lists<T>(int services, IEnumerable<(int Of, T Item)> items)
    {
        var lists = new List<T>?[services];
        foreach (var (of, item) in items) (lists[of] ??= []).Add(item);
        return [.. lists.Select(list => list?.ToArray() ?? [])];
    }

    /// <summary>Everything that can be reached from the roots, those included.</summary>
    public static HashSet<int> Closure(int[][] next, IEnumerable<int> roots)
    {
        var met = new HashSet<int>(roots);
        var open = new Stack<int>(met);
        while (open.TryPop(out int service))
        {
            foreach (int other in next[service])
            {
                if (met.Add(other)) open.Push(other);
            }
        }

        return met;
    }
}
