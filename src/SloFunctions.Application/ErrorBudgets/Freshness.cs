namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Tells whether counted hours are recent enough to decide by.</summary>
internal static class Freshness
{
    // Hours are counted soon after they end: the last one ends up to an hour and some minutes ago.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(2);

    /// <summary>Whether the last hour counted is long past. Without any there is nothing that could be.</summary>
    public static bool IsStale(DateTimeOffset? through, DateTimeOffset now) => now - through > Limit;
}
