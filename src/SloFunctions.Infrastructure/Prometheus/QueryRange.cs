namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The instants at which a range query is evaluated.</summary>
/// <param name="First">The first one.</param>
/// <param name="Step">From each to the next; whole seconds.</param>
/// <param name="Points">How many; at least 1.</param>
internal readonly record struct QueryRange(DateTimeOffset First, TimeSpan Step, int Points)
{
    /// <summary>The most instants that Prometheus evaluates a query at.</summary>
    public const int MostPoints = 11_000;

    /// <summary>The last instant.</summary>
    public DateTimeOffset Last => First + (Step * (Points - 1));

    /// <summary>From <paramref name="first"/> on, up to <paramref name="last"/> at the most.</summary>
    public static QueryRange Between(DateTimeOffset first, DateTimeOffset last, TimeSpan step) => new(first, step, (int)((last - first) / step) + 1);

    /// <summary>The same instants in ranges of at most <paramref name="most"/>, in order.</summary>
    public IEnumerable<QueryRange> InPartsOf(int most)
    {
        for (int from = 0; from < Points; from += most) yield return this with { First = First + (Step * from), Points = Math.Min(most, Points - from) };
    }
}
