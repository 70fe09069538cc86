using System.Diagnostics;

namespace EndToEnd.Tests.App;

/// <summary>Waits for what must come to pass, with a bound.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Repeats <paramref name="ask"/> until its answer satisfies.</summary>
    /// <returns>The first answer that does.</returns>
    /// <exception cref="TimeoutException">None did in time; the message shows the last.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> satisfies, TimeSpan? within = null)
    {
        var limit = within ?? TimeSpan.FromSeconds(60);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (satisfies(answer)) return answer;
            if (watch.Elapsed > limit) throw new TimeoutException($"Not within {limit.TotalSeconds} s; the last answer was {answer}");
            await Task.Delay(Poll);
        }
    }
}
