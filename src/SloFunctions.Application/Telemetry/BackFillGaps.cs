using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>
/// Reads hours again that are missing between measured ones: the metric store may have been given them late. Each is asked
/// for again once, so that an hour which was never measured does not cost a query forever.
/// </summary>
public sealed class BackFillGaps(ITelemetrySource telemetry, ISliStore store, AggregationPolicy policy)
{
    /// <summary>Hours looked after in one run, the oldest first; a longer outage takes several runs.</summary>
    public const int MostHours = 24;

    /// <summary>Whether any hour before <paramref name="end"/> is to be asked for again.</summary>
    public async Task<bool> AreThereAsync(DateTimeOffset end, CancellationToken cancellation) => (await FindAsync(end, 1, cancellation)).Count > 0;

    /// <summary>Looks at the hours before <paramref name="end"/>.</summary>
    /// <returns>The number of service-hours stored.</returns>
    public async Task<int> HandleAsync(DateTimeOffset end, CancellationToken cancellation)
    {
        int stored = 0;
        foreach (var stretch in Stretches(await FindAsync(end, MostHours, cancellation)))
        {
            var missing = stretch.SelectMany(g => g.Services.Select(s => (s, g.Hour))).ToHashSet();
            var services = missing.Select(m => m.s).Distinct().ToArray();
            var span = new TimeWindow(stretch[0].Hour, stretch[^1].Hour.AddHours(1));
            var hours = await telemetry.ReadHoursAsync(span, services, cancellation);
            stored += await store.StoreAsync([.. hours.Where(h => missing.Contains((h.Service, h.Sli.Hour)))], cancellation);
            await store.MarkCheckedAsync(stretch, cancellation);
        }

        return stored;
    }

    private async Task<IReadOnlyList<HourGap>> FindAsync(DateTimeOffset end, int most, CancellationToken cancellation)
    {
        if (policy.GapLookback < TimeSpan.FromHours(1)) return [];
        // An hour more at the far end, since a gap shows between two measured hours.
        var window = new TimeWindow(TimeWindow.HourOf(end - policy.GapLookback).AddHours(-1), end);
        return await store.FindGapsAsync(window, most, cancellation);
    }

    // Successive hours are read together; MostHours keeps a stretch within the day that a source answers at once.
    private static IEnumerable<IReadOnlyList<HourGap>> Stretches(IReadOnlyList<HourGap> gaps)
    {
        int first = 0;
        for (int i = 1; i <= gaps.Count; i++)
        {
            if (i < gaps.Count && gaps[i].Hour == gaps[i - 1].Hour.AddHours(1)) continue;
            yield return [.. gaps.Skip(first).Take(i - first)];
            first = i;
        }
    }
}
