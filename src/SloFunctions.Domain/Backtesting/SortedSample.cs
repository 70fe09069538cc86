namespace SloFunctions.Domain.Backtesting;

/// <summary>Counts in a sorted sample.</summary>
internal static class SortedSample
{
    /// <summary>How many values are below <paramref name="limit"/>.</summary>
    public static int CountBelow(double[] sorted, double limit)
    {
        int below = 0, end = sorted.Length;
        while (below < end)
        {
            int middle = (below + end) / 2;
            if (sorted[middle] < limit) below = middle + 1;
            else end = middle;
        }

        return below;
    }
}
