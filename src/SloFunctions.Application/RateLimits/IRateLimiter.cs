namespace SloFunctions.Application.RateLimits;

/// <summary>Counts requests of clients against their limits. Safe for use by several threads.</summary>
public interface IRateLimiter
{
    /// <summary>Takes one request from what a client may still do; never fails because a server is down.</summary>
    /// <param name="client">Who asks, such as <c>key:</c> and the key's id.</param>
    /// <param name="operation">What it asks for; each operation is counted apart.</param>
    /// <param name="perMinute">The limit: that many at once from a full bucket, and that many a minute for as long as it goes on. Zero or less refuses all.</param>
    /// <param name="cancellation">Gives up; the request may be counted all the same.</param>
    ValueTask<RateDecision> TakeAsync(string client, string operation, int perMinute, CancellationToken cancellation);
}
