using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.BulkRuns;

namespace SloFunctions.Application.Tests.BulkRuns;

public sealed class BulkRunInstrumentsTests
{
    [Fact]
    public async Task A_run_that_has_ended_is_counted_once_with_what_became_of_its_services()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent");
        shop.Engine.Profiles.Poisoned.Add("payment");
        await runs.UseCase.HandleAsync(runs.Slice(0, 2, BulkRunLimits.MostAttempts), CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromSeconds(90));
        using var instruments = new BulkRunInstruments();
        using var listener = new MeterListener();
        var counted = new List<string>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, instruments)) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => counted.Add($"{i.Name} {tags[0].Value} {value}"));
        listener.SetMeasurementEventCallback<double>((i, value, _, _) => counted.Add($"{i.Name} {value}"));
        listener.Start();
        var close = new CloseBulkRun(runs, instruments, shop.Clock, NullLogger<CloseBulkRun>.Instance);

        await close.HandleAsync(new BulkClosing(runs.Run.Id, HasFailed: true), CancellationToken.None);
        await close.HandleAsync(new BulkClosing(runs.Run.Id, HasFailed: true), CancellationToken.None);

        counted.ShouldBe([
            "slo_engine_bulk_runs_total failed 1",
            "slo_engine_bulk_run_services_total done 1",
            "slo_engine_bulk_run_services_total unchanged 0",
            "slo_engine_bulk_run_services_total failed 1",
            "slo_engine_bulk_run_services_total left 1",
            "slo_engine_bulk_run_duration_seconds 90",
        ]);
    }
}
