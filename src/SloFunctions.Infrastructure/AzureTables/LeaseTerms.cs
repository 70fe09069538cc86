namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>How many tokens an instance takes at a time, and how long they last.</summary>
internal sealed class LeaseTerms(double share, TimeProvider clock)
{
    private readonly double lifetime = share * 60 * clock.TimestampFrequency;

    /// <summary>
    /// The timestamp at which a lease asked for at another ends. A bucket refills that share of the limit meanwhile, which is
    /// why all leases of all instances together add no more than that share to what the bucket alone allows.
    /// </summary>
    public long Until(long from) => from + (long)lifetime;

    /// <summary>How many tokens to take.</summary>
    /// <param name="perMinute">The limit.</param>
    /// <param name="last">The last lease; null for the first, since a client that comes once needs one.</param>
    /// <param name="waiting">Requests that wait for tokens, and will have spent them before they could expire.</param>
    /// <param name="at">The timestamp.</param>
    public int Wanted(int perMinute, Lease? last, int waiting, long at) => (int)Math.Clamp(Math.Max(Forecast(perMinute, last, at), waiting), 1, perMinute);

    // What was needed at the pace of the last lease for half of a lifetime, since the next one is taken ahead and waits a while.
    private long Forecast(int perMinute, Lease? last, long at)
    {
        if (last is null) return 1;
        double elapsed = Math.Max(1, at - last.From);
        double needed = (last.Tokens - last.Left) * (lifetime / 2) / elapsed;
        return (long)Math.Min(Math.Ceiling(needed), Math.Min(2.0 * last.Tokens, Math.Max(1, Math.Floor(perMinute * share))));
    }
}
