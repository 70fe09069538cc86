using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class TimeWindowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_last_days_end_with_the_last_complete_hour()
    {
        var window = TimeWindow.LastDays(7, Noon.AddMinutes(59).AddTicks(9));

        window.End.ShouldBe(Noon);
        window.Start.ShouldBe(Noon.AddDays(-7));
        window.Hours.ShouldBe(168);
    }

    [Fact]
    public void Times_of_other_zones_are_told_in_UTC()
    {
        var window = new TimeWindow(Noon.ToOffset(TimeSpan.FromHours(2)), Noon.AddHours(1).ToOffset(TimeSpan.FromHours(-5)));

        window.Start.Offset.ShouldBe(TimeSpan.Zero);
        window.End.Offset.ShouldBe(TimeSpan.Zero);
        window.Hours.ShouldBe(1);
        TimeWindow.HourOf(new DateTimeOffset(2026, 3, 1, 12, 45, 0, TimeSpan.FromMinutes(30))).ShouldBe(Noon);
    }

    [Theory]
    [InlineData(12, 36, 36, 36, "no whole day")]
    [InlineData(12, 47, 47, 47, "no whole day")]
    [InlineData(0, 24, 0, 24, "one day")]
    [InlineData(1, 48, 24, 48, "ragged start")]
    [InlineData(23, 49, 24, 48, "ragged ends")]
    [InlineData(5, 5, 5, 5, "nothing")]
    public void Whole_days_inside_are_found(int start, int end, int first, int last, string why)
    {
        var midnight = Noon.AddHours(-12);

        var days = new TimeWindow(midnight.AddHours(start), midnight.AddHours(end)).WholeDays;

        (days.Hours == 0).ShouldBe(first == last, why);
        if (days.Hours > 0) (days.Start, days.End).ShouldBe((midnight.AddHours(first), midnight.AddHours(last)), why);
        else days.Start.ShouldBe(midnight.AddHours(end), why);
    }

    [Fact]
    public void Positions_are_counted_from_the_start()
    {
        var window = new TimeWindow(Noon, Noon.AddHours(3));

        window.IndexOf(Noon).ShouldBe(0);
        window.IndexOf(Noon.AddHours(2)).ShouldBe(2);
        window.IndexOf(Noon.AddHours(3)).ShouldBe(3);
        window.IndexOf(Noon.AddHours(-1)).ShouldBe(-1);
    }

    [Fact]
    public void Windows_of_broken_hours_or_backwards_are_refused()
    {
        Should.Throw<ArgumentException>(() => new TimeWindow(Noon.AddMinutes(1), Noon.AddHours(1)));
        Should.Throw<ArgumentException>(() => new TimeWindow(Noon, Noon.AddMinutes(61)));
        Should.Throw<ArgumentException>(() => new TimeWindow(Noon, Noon.AddHours(-1)));
        new TimeWindow(Noon, Noon).Hours.ShouldBe(0);
    }
}
