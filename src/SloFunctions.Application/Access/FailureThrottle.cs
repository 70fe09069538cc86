using System.Collections.Concurrent;

namespace SloFunctions.Application.Access;

/// <summary>Counts wrong keys by address and minute, so that guessing costs the database nothing. Safe for use by several threads.</summary>
internal sealed class FailureThrottle(int perMinute, TimeProvider clock)
{
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);
    private long minute;

    /// <summary>How long an address must wait; null when it need not.</summary>
    public TimeSpan? Wait(string address)
    {
        Turn();
        return failures.GetValueOrDefault(address) < perMinute ? null : TimeSpan.FromSeconds(60 - (clock.GetUtcNow().ToUnixTimeSeconds() % 60));
    }

    /// <summary>Notes a wrong key.</summary>
    public void Note(string address)
    {
        // A flood from so many addresses at once is for the limit on concurrent checks to withstand.
        if (failures.Count < MostAddresses) failures.AddOrUpdate(address, 1, (_, n) => n + 1);
    }

    private void Turn()
    {
        long now = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (Interlocked.Exchange(ref minute, now) != now) failures.Clear();
    }
}
