using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Stationarity;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Stationarity;

public sealed class HistoryChangesTests
{
    private const int Services = 500;

    [Fact]
    public void At_most_one_in_a_hundred_steady_services_is_reported()
    {
        int reported = Enumerable.Range(0, Services).Count(i => HistoryChanges.Of(Service(i).History(30)).Count > 0);

        reported.ShouldBeLessThanOrEqualTo(Services / 100);
    }

    [Theory]
    [InlineData(1.2, 22)]
    [InlineData(1.2, 15)]
    [InlineData(1.5, 8)]
    [InlineData(0.7, 15)]
    public void Most_latency_steps_are_found_and_measured(double factor, int day)
    {
        var found = Enumerable.Range(0, 60)
            .Select(i => HistoryChanges.Of(Service(i, latency: at => at >= day ? Math.Log(factor) : 0).History(30)))
            .Select(changes => changes.FirstOrDefault(c => c.Quantity is ChangedQuantity.TypicalLatency or ChangedQuantity.TailLatency))
            .OfType<HistoryChange>()
            .ToArray();

        found.Length.ShouldBeGreaterThanOrEqualTo(45);
        found.Count(c => Math.Abs(Math.Log(c.Ratio / factor)) < 0.1).ShouldBeGreaterThanOrEqualTo(found.Length * 9 / 10);
        found.Count(c => Math.Abs((c.Since - Histories.Start.AddDays(day)).TotalDays) <= 1.5).ShouldBeGreaterThanOrEqualTo(found.Length * 8 / 10);
    }

    [Fact]
    public void Most_slow_ramps_are_found_as_such()
    {
        var found = Enumerable.Range(0, 60)
            .SelectMany(i => HistoryChanges.Of(Service(i, latency: at => Math.Log(1.5) * at / 30).History(30)).Take(1))
            .ToArray();

        found.Length.ShouldBeGreaterThanOrEqualTo(45);
        found.Count(c => c.Shape == ChangeShape.Ramp).ShouldBeGreaterThanOrEqualTo(found.Length * 8 / 10);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0.25)]
    public void A_changed_background_of_errors_is_found_beside_incidents(double factor)
    {
        int found = Enumerable.Range(0, 60).Count(i => HistoryChanges.Of(Service(i, errors: at => at >= 18 ? factor : 1).History(30))
            .Any(c => c.Quantity == ChangedQuantity.BackgroundErrors && c.Ratio > 1 == factor > 1));

        found.ShouldBeGreaterThanOrEqualTo(35);
    }

    [Fact]
    public void Doubled_traffic_is_found_and_is_no_change_of_latency_or_errors()
    {
        var found = Enumerable.Range(0, 60).Select(i => HistoryChanges.Of(Service(i, traffic: at => at >= 18 ? 2 : 1).History(30))).ToArray();

        found.Count(changes => changes.Any(c => c is { Quantity: ChangedQuantity.Traffic, Ratio: > 1.8 and < 2.2 })).ShouldBeGreaterThanOrEqualTo(55);
        found.Count(changes => changes.Any(c => c.Quantity != ChangedQuantity.Traffic)).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Two_bad_days_are_no_lasting_change()
    {
        int reported = Enumerable.Range(0, 60).Count(i => HistoryChanges.Of(
            Service(i, latency: at => at is >= 14 and < 16 ? 0.7 : 0, errors: at => at is >= 14 and < 16 ? 10 : 1).History(30)).Count > 0);

        reported.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Missing_hours_are_no_change_although_the_time_of_day_matters()
    {
        int reported = Enumerable.Range(0, 60).Count(i =>
            HistoryChanges.Of(Service(i).History(30, isMissing: hour => hour > 360 && hour % 24 is > 8 and < 20)).Count > 0);

        reported.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Less_than_two_weeks_tell_nothing_and_nothing_measured_neither()
    {
        HistoryChanges.Of(Service(1, latency: at => at >= 7 ? 1 : 0).History(13)).ShouldBeEmpty();
        HistoryChanges.Of(Histories.Of(new SliCounts?[720])).ShouldBeEmpty();
        HistoryChanges.Of(Histories.Of(0, _ => null)).ShouldBeEmpty();
        HistoryChanges.Of(Histories.Constant(30, 0, 0)).ShouldBeEmpty();
        HistoryChanges.Of(Histories.Constant(30, 1000, 1000)).ShouldBeEmpty();
    }

    private static ChangingService Service(
        int seed, Func<double, double>? latency = null, Func<double, double>? errors = null, Func<double, double>? traffic = null) =>
        new(new SeededRandom((ulong)seed)) { Latency = latency ?? (_ => 0), Errors = errors ?? (_ => 1), Traffic = traffic ?? (_ => 1) };
}
