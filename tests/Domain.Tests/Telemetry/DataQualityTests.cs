using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class DataQualityTests
{
    [Fact]
    public void Gaps_at_both_ends_and_between_are_found()
    {
        var quality = Quality("__x__0x_");

        quality.Gaps.ShouldBe([Gap(0, 2), Gap(3, 5), Gap(7, 8)]);
        quality.Gaps.Select(g => g.Hours).ShouldBe([2, 2, 1]);
        quality.HoursMeasured.ShouldBe(3);
        quality.HoursWithTraffic.ShouldBe(2);
        quality.Completeness.ShouldBe(3 / 8.0);
    }

    [Fact]
    public void A_window_without_measurements_is_one_gap()
    {
        var quality = Quality("____");

        quality.Gaps.ShouldBe([Gap(0, 4)]);
        quality.Completeness.ShouldBe(0);
    }

    [Fact]
    public void Hours_without_traffic_are_no_gap()
    {
        var quality = Quality("x00x");

        quality.Gaps.ShouldBeEmpty();
        quality.Completeness.ShouldBe(1);
        quality.HoursWithTraffic.ShouldBe(2);
    }

    [Fact]
    public void An_empty_window_is_not_complete()
    {
        var quality = Quality("");

        quality.Completeness.ShouldBe(0);
        quality.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void Gaps_and_measured_hours_make_up_the_window() => Property.Holds(1000, random =>
    {
        var history = random.History();
        var quality = DataQuality.Of(history);

        (quality.Gaps.Sum(g => g.Hours) + quality.HoursMeasured).ShouldBe(history.Window.Hours);
        quality.Gaps.Zip(quality.Gaps.Skip(1)).ShouldAllBe(pair => pair.First.End < pair.Second.Start);
    });

    [Fact]
    public void Defects_are_counted_by_hour_and_unknown_hours_are_gaps()
    {
        var mixed = TelemetryDefects.MixedLayouts | TelemetryDefects.MoreDurationsThanRequests;
        var quality = DataQuality.Of(Histories.Of(4, i => i switch
        {
            0 => HourlySli.Unknown(Histories.Start),
            1 => new HourlySli(Histories.Start.AddHours(1), new SliCounts(1, 1), null, null, mixed),
            2 => new HourlySli(Histories.Start.AddHours(2), new SliCounts(1, 1), null, null, TelemetryDefects.MixedLayouts),
            _ => null,
        }));

        quality.Defects.ShouldBe(
        [
            new(TelemetryDefects.RequestsNotANumber, 1), new(TelemetryDefects.MixedLayouts, 2), new(TelemetryDefects.MoreDurationsThanRequests, 1),
        ]);
        quality.Gaps.ShouldBe([Gap(0, 1), Gap(3, 4)]);
        quality.HoursMeasured.ShouldBe(2);
        Quality("x0_").Defects.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_hour_and_another_are_one_hour_given_twice() => Should.Throw<ArgumentException>(() => new SliHistory(
        new TimeWindow(Histories.Start, Histories.Start.AddHours(1)),
        [HourlySli.Unknown(Histories.Start), new HourlySli(Histories.Start, new SliCounts(1, 1), null, null)]));

    // x is an hour with traffic, 0 one without, _ one without measurement.
    private static DataQuality Quality(string hours) => DataQuality.Of(Histories.Of(
        [.. hours.Select(c => c switch { 'x' => new SliCounts(1, 1), '0' => default(SliCounts), _ => (SliCounts?)null })]));

    private static TelemetryGap Gap(int from, int to) => new(Histories.Start.AddHours(from), Histories.Start.AddHours(to));
}
