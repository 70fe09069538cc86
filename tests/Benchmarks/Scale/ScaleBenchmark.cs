using System.Globalization;
using SloFunctions.Benchmarks.Harness;

namespace SloFunctions.Benchmarks.Scale;

/// <summary>
/// Bulk runs on fleets of three sizes, with one activity at a time and with several, beside what the model makes of the runs with
/// one; and what the model says of larger fleets on several instances.
/// </summary>
public sealed class ScaleBenchmark : IBenchmark
{
    private const int Cold = 300;
    private const int Sample = 1_500;

    private static readonly int[] Fleets = [500, 5_000, 20_000];
    private static readonly int[] Slots = [1, 2, 4, 8];

    /// <inheritdoc/>
    public string Name => "scale";

    /// <inheritdoc/>
    public string Description => "bulk runs predicted from runs with one activity at a time, beside the same runs measured";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var (first, later, measured) = (new List<MeasuredRun>(), new List<MeasuredRun>(), new List<MeasuredRun>());
        double bytes = 0;
        foreach (int size in Fleets)
        {
            await using var fleet = await ScaleFleet.CreateAsync(size, edges: 5, cancellation);
            foreach (int slots in Slots)
            {
                await using var app = await fleet.StartAppAsync(slots);
                var cold = await fleet.RunAsync(app, slots, Cold, cancellation);
                var warm = await fleet.RunAsync(app, slots, Sample, cancellation);
                (slots == 1 ? later : measured).Add(warm);
                if (slots == 1) first.Add(cold);
                if (slots != Slots[^1]) continue;
                if (size > Sample) measured.Add(await fleet.RunAsync(app, slots, null, cancellation));
                bytes = await fleet.HistoryBytesAsync(cancellation);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {size} services: the app's peak memory is {app.PeakMemory / 1e6:0} MB"));
            }
        }

        var demand = FittedDemand.Of(first, later, bytes);
        double wait = FittedDemand.WaitMs(later, demand);
        Print(demand, wait);
        ScaleProjection.Print(demand);
        return [.. measured.Select(run => Compare(run, demand, wait))];
    }

    private static Comparison Compare(MeasuredRun run, ServiceDemand demand, double wait)
    {
        var here = new Deployment(1, Environment.ProcessorCount, run.Slots, Environment.ProcessorCount, double.PositiveInfinity, wait, 0, 0, IsShared: true);
        // The app is warm: its landscape is there.
        double predicted = new RunSimulation(here, demand).Run(run.Services, fleet: 0).Seconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {run.Services} of {run.Fleet}, {run.Slots} at once: {run.Services / run.Seconds:0} a second; a service took {run.AppMs / run.Services:0.0} + {run.Work.ProcessorMs / run.Services:0.0} ms, {run.Work.PagesRead / run.Services:0} pages"));
        string what = run.Services == run.Fleet ? "all" : string.Create(CultureInfo.InvariantCulture, $"{run.Services}");
        return new Comparison(
            string.Create(CultureInfo.InvariantCulture, $"{what} of {run.Fleet}, {run.Slots} at once"), new("model", "s", [predicted]), new("measured", "s", [run.Seconds]));
    }

    private static void Print(ServiceDemand demand, double wait) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"""
          a service: app {demand.AppMs:0.0} ms, database {demand.DatabaseMs:0.0} ms of a core; {demand.RoundTrips:0.0} round trips of {wait:0.00} ms; {demand.WalBytes / 1024:0} kB of WAL, {demand.PagesRead:0.0} pages read, {demand.HistoryBytes / 1024:0} kB of hours
          the landscape: app {demand.LandscapeAppMs:0.00} ms, database {demand.LandscapeDatabaseMs:0.00} ms for each service of the fleet
        """));
}
