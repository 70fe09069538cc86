namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The metric store does not answer this query, however often it is asked.</summary>
internal sealed class QueryRefusedException : Exception
{
    private QueryRefusedException(string message, bool isTooLarge)
        : base(message) => IsTooLarge = isTooLarge;

    /// <summary>Whether it may answer the same query for a shorter time.</summary>
    public bool IsTooLarge { get; }

    /// <summary>The query asks for more than the store, or this app, can take at once.</summary>
    public static QueryRefusedException TooLarge(string words) => new(words, isTooLarge: true);

    /// <summary>The query is wrong, or may not be asked.</summary>
    public static QueryRefusedException Of(string words) => new(words, isTooLarge: false);
}
