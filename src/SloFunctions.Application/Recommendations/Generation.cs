namespace SloFunctions.Application.Recommendations;

/// <summary>One computation and whom it can serve. Whoever uses it holds a lock.</summary>
/// <param name="asked">The set must be computed later than this; null when any valid one will do.</param>
internal sealed class Generation(DateTimeOffset? asked)
{
    private DateTimeOffset? after = asked;
    private DateTimeOffset? computedSince;
    private bool isDecided;

    /// <summary>The computation.</summary>
    public Task<StoredRecommendations> Run { get; set; } = null!;

    /// <summary>Lets one more wait for it, unless what will come of it was computed before that one asked.</summary>
    /// <param name="time">The set must be computed later than this; null when any valid one will do.</param>
    public bool Admit(DateTimeOffset? time)
    {
        if (time is null || time <= after || time < computedSince) return true;
        if (isDecided) return false;
        after = time;
        return true;
    }

    /// <summary>Decides whether the set that is stored already serves all who wait; if not, it is computed from now on.</summary>
    public bool IsServedBy(StoredRecommendations? found, DateTimeOffset now)
    {
        isDecided = true;
        if (found is not null && now < found.ExpiresAt && (after is null || found.GeneratedAt > after)) return true;
        computedSince = now;
        return false;
    }
}
