namespace SloFunctions.Application.Recommendations;

/// <summary>The bucket layouts that occur in a history, numbered as they are met.</summary>
internal sealed class HistoryLayouts
{
    private readonly List<double[]> all = [];

    /// <summary>The bounds of each layout, by number.</summary>
    public IReadOnlyList<double[]> All => all;

    /// <summary>The number of a layout.</summary>
    public int NumberOf(IReadOnlyList<double> bounds)
    {
        int found = all.FindIndex(b => b.AsSpan().SequenceEqual([.. bounds]));
        if (found >= 0) return found;
        all.Add([.. bounds]);
        return all.Count - 1;
    }
}
