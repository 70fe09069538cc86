using SloFunctions.Domain.Maintenance;

namespace SloFunctions.Domain.Tests.Maintenance;

public sealed class MaintenanceSpanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Instants_of_other_offsets_are_told_in_UTC_and_cut_to_the_second()
    {
        // Across the end of summer time in Berlin: 01:30 +02:00 to 02:30 +01:00 is two hours.
        var span = new MaintenanceSpan(new(2026, 10, 25, 1, 30, 0, 900, TimeSpan.FromHours(2)), new(2026, 10, 25, 2, 30, 0, 100, TimeSpan.FromHours(1)));

        span.Start.ShouldBe(new DateTimeOffset(2026, 10, 24, 23, 30, 0, TimeSpan.Zero));
        span.Start.Offset.ShouldBe(TimeSpan.Zero);
        span.Length.ShouldBe(TimeSpan.FromHours(2));
    }

    [Fact]
    public void A_span_that_would_not_last_a_second_is_refused()
    {
        Should.Throw<ArgumentException>(() => new MaintenanceSpan(Noon, Noon));
        Should.Throw<ArgumentException>(() => new MaintenanceSpan(Noon, Noon.AddMilliseconds(999)));
        Should.Throw<ArgumentException>(() => new MaintenanceSpan(Noon, Noon.AddHours(-1)));
    }

    [Theory]
    [InlineData(-60, 0, false)]
    [InlineData(-60, 1, true)]
    [InlineData(10, 20, true)]
    [InlineData(-10, 70, true)]
    [InlineData(59, 90, true)]
    [InlineData(60, 90, false)]
    public void Spans_that_only_touch_do_not_overlap(int from, int to, bool expected)
    {
        var hour = new MaintenanceSpan(Noon, Noon.AddHours(1));
        var other = new MaintenanceSpan(Noon.AddMinutes(from), Noon.AddMinutes(to));

        hour.Overlaps(other).ShouldBe(expected);
        other.Overlaps(hour).ShouldBe(expected);
        (hour.Within(other.Start, other.End) > TimeSpan.Zero).ShouldBe(expected);
    }
}
