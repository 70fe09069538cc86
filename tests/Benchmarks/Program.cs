using SloFunctions.Benchmarks;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Benchmarks.Scale;
using SloFunctions.Benchmarks.Yardsticks;

if (args is [BareKestrel.Argument, var connectionString])
{
    await BareKestrel.RunAsync(connectionString);
    return 0;
}

if (args is [MeasuredFleetReads.Argument, var database])
{
    await MeasuredFleetReads.RunAsync(database);
    return 0;
}

if (args is [MeasuredDrift.Argument, var drifting, var minutes])
{
    await MeasuredDrift.RunAsync(drifting, minutes);
    return 0;
}

if (args is [MeasuredRecommendations.Argument])
{
    await MeasuredRecommendations.RunAsync();
    return 0;
}

IBenchmark[] all =
[
    new StartBenchmark(),
    new CachedGetBenchmark(),
    new IngestionBenchmark(),
    new SubgraphBenchmark(),
    new AggregationBenchmark(),
    new FleetAggregationBenchmark(),
    new FleetRecommendationsBenchmark(),
    new BulkBenchmark(),
    new KilledBulkBenchmark(),
    new CompositeBenchmark(),
    new TarjanBenchmark(),
    new ImpactBenchmark(),
    new ReportsBenchmark(),
    new AuditBenchmark(),
    new DashboardsBenchmark(),
    new RateLimitBenchmark(),
    new DriftDetectorsBenchmark(),
    new DriftCalibrationBenchmark(),
    new DriftBenchmark(),
    new AlertExportBenchmark(),
    new BudgetsBenchmark(),
    new ScaleBenchmark(),
    new QueryScalingBenchmark(),
    new StorageBenchmark(),
    new ConcurrentClientsBenchmark(),
];
// Many minutes each: only for those who ask for them.
IBenchmark[] wanted = args.Length == 0
    ? [.. all.Where(b => b is not (ConcurrentClientsBenchmark or KilledBulkBenchmark or ScaleBenchmark or QueryScalingBenchmark or StorageBenchmark))]
    : [.. all.Where(b => args.Contains(b.Name, StringComparer.Ordinal))];
if (wanted.Length == 0)
{
    Console.Error.WriteLine($"There is no such benchmark; there are {string.Join(", ", all.Select(b => b.Name))}.");
    return 2;
}

foreach (var benchmark in wanted)
{
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(40));
    var comparisons = await benchmark.RunAsync(limit.Token);
    Report.Print(benchmark, comparisons);
    await Report.WriteAsync(benchmark, comparisons, limit.Token);
}

return 0;
