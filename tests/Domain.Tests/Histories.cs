using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests;

/// <summary>Histories written out hour by hour.</summary>
internal static class Histories
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static SliHistory Of(IReadOnlyList<SliCounts?> hours) => Of(
        hours.Count, i => hours[i] is { } counts ? new HourlySli(Start.AddHours(i), counts, null, null) : null);

    public static SliHistory Of(int hours, Func<int, HourlySli?> hour) => new(
        new TimeWindow(Start, Start.AddHours(hours)), Enumerable.Range(0, hours).Select(hour).OfType<HourlySli>());

    /// <summary>The same counts in every hour.</summary>
    public static SliHistory Constant(int days, long good, long total) =>
        Of([.. Enumerable.Repeat((SliCounts?)new SliCounts(good, total), days * 24)]);
}
