using SloFunctions.Domain.Stationarity;
using SloFunctions.TelemetryGenerator.Model;

namespace SloFunctions.Domain.Tests.Stationarity;

public sealed class GeneratedShopChangesTests
{
    [Fact]
    public void A_latency_step_is_found_where_it_is_and_as_large_as_it_is()
    {
        var changes = ChangesOf(SpecialCase.LatencyStep);

        // All latencies grow by 20 % after three quarters of thirty days.
        changes.ShouldNotBeEmpty();
        changes.Select(c => c.Quantity).ShouldBeSubsetOf([ChangedQuantity.TypicalLatency, ChangedQuantity.TailLatency]);
        changes.ShouldAllBe(c => c.Shape == ChangeShape.Step && c.Ratio > 1.15 && c.Ratio < 1.27);
        foreach (var change in changes) change.Since.ShouldBe(Histories.Start.AddDays(22.5), TimeSpan.FromDays(1));
    }

    [Fact]
    public void A_slow_latency_ramp_is_found_with_its_shape()
    {
        var changes = ChangesOf(SpecialCase.LatencyRamp);

        // All latencies grow by 40 % from the first hour to the last.
        changes.ShouldNotBeEmpty();
        changes.Select(c => c.Quantity).ShouldBeSubsetOf([ChangedQuantity.TypicalLatency, ChangedQuantity.TailLatency]);
        changes.ShouldAllBe(c => c.Shape == ChangeShape.Ramp && c.Ratio > 1.3 && c.Ratio < 1.5 && c.Since == Histories.Start);
    }

    [Fact]
    public void No_other_service_has_changed()
    {
        var changed = GeneratedShop.Services
            .Where(s => s.Case is not (SpecialCase.LatencyStep or SpecialCase.LatencyRamp or SpecialCase.LateBorn5xx))
            .SelectMany(s => HistoryChanges.Of(GeneratedShop.HistoryOf(s)).Select(change => (s.Id, s.Case, change)));

        changed.ShouldBeEmpty();
    }

    [Fact]
    public void A_service_whose_errors_begin_within_the_history_has_changed_in_that_alone()
    {
        var change = ChangesOf(SpecialCase.LateBorn5xx).ShouldHaveSingleItem();

        change.Quantity.ShouldBe(ChangedQuantity.BackgroundErrors);
        change.Ratio.ShouldBeGreaterThan(100);
    }

    private static IReadOnlyList<HistoryChange> ChangesOf(SpecialCase value) =>
        HistoryChanges.Of(GeneratedShop.HistoryOf(GeneratedShop.Services.Single(s => s.Case == value)));
}
