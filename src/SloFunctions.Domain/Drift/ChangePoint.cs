namespace SloFunctions.Domain.Drift;

/// <summary>Where the level of standardised values last changed.</summary>
internal static class ChangePoint
{
    // A single change among values that hang together (correlation 0.5 from one to the next) hardly ever seems this large by chance.
    private const double Significant = 6;

    private const int LeastSide = 5;

    /// <summary>The index of the first value after the last change; the place of the largest change when none is significant.</summary>
    /// <param name="values">Values; those that are not finite are gaps.</param>
    public static int Last(ReadOnlySpan<double> values)
    {
        var (onset, _) = Largest(values);
        while (true)
        {
            var (next, size) = Largest(values[onset..]);
            if (next == 0 || size < Significant) return onset;
            onset += next;
        }
    }

    // The split whose sides' means differ most for their lengths (Hinkley 1970).
    private static (int Index, double Size) Largest(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            sum += value;
            count++;
        }

        var largest = (Index: 0, Size: 0.0);
        double before = 0;
        int passed = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) continue;
            if (passed >= LeastSide && count - passed >= LeastSide)
            {
                double after = count - passed;
                double size = Math.Abs((before / passed) - ((sum - before) / after)) * Math.Sqrt(passed * after / count);
                if (size > largest.Size) largest = (i, size);
            }

            before += values[i];
            passed++;
        }

        return largest;
    }
}
