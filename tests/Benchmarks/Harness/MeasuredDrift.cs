using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Identifiers;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Functions.Orchestrations;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Drift;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;
using SloFunctions.Testing.Orchestrations;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>Drift detection as a process of its own that runs for the time it is told, so that its memory is not that of the benchmark.</summary>
public sealed class MeasuredDrift
{
    /// <summary>The argument that starts it.</summary>
    public const string Argument = "measured-drift";

    private static readonly DriftRunPolicy Policy = new() { ReevaluatedPerRun = 0, Cadence = TimeSpan.FromMinutes(1) };

    private readonly PostgresDatabase database;
    private readonly PrometheusDriftTelemetry telemetry;
    private readonly PostgresDriftStore store;

    private MeasuredDrift(PostgresDatabase database, PrometheusDriftTelemetry telemetry) =>
        (this.database, this.telemetry, store) = (database, telemetry, new PostgresDriftStore(database));

    /// <summary>Serves until it is ended.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="prometheusUrl">The metric store.</param>
    public static async Task RunAsync(string connectionString, string prometheusUrl)
    {
        var options = new PrometheusOptions { Url = prometheusUrl };
        using var connection = new PrometheusConnection(options);
        await using var source = PostgresDataSource.Create(new PostgresOptions { ConnectionString = connectionString });
        var measured = new MeasuredDrift(
            new PostgresDatabase(source), new PrometheusDriftTelemetry(new PrometheusClient(connection, options, TimeProvider.System), options));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/learn/{end}", async (string end, CancellationToken cancellation) => await measured.LearnAsync(Time(end), cancellation));
        app.MapPost("/points/{end}", async (string end, CancellationToken cancellation) => await TimeAsync(() => measured.ReadAsync(Time(end), (_, _) => { }, cancellation)));
        app.MapPost("/sweep/{end}", async (string end, CancellationToken cancellation) => await TimeAsync(() => measured.SweepAsync(Time(end), cancellation)));
        app.MapPost("/judge/{end}", async (string end, CancellationToken cancellation) => await measured.JudgeAsync(Time(end), cancellation));
        await app.StartAsync();
        Console.WriteLine($"Listening on {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static PointSpan Span(DateTimeOffset end) =>
        PointSpan.UpTo(end, Policy.Step * DriftPolicy.For(Policy.Step).Points, Policy.Step, Policy.RateWindow);

    private async Task ReadAsync(DateTimeOffset end, Action<ServiceId, ServicePoints> take, CancellationToken cancellation)
    {
        var services = (await ServicesAsync(end, cancellation)).Chunk(Policy.BatchSize);
        await Parallel.ForEachAsync(services, new ParallelOptions { MaxDegreeOfParallelism = Policy.Parallelism, CancellationToken = cancellation }, async (batch, token) =>
        {
            var read = await telemetry.ReadAsync(batch, Span(end), token);
            lock (store)
            {
                foreach (var (service, points) in read) take(service, points);
            }
        });
    }

    private async Task<IReadOnlyList<ServiceId>> ServicesAsync(DateTimeOffset end, CancellationToken cancellation)
    {
        var critical = await store.ListDueAsync(new DriftPartition(end, end, IsCritical: true, 0, 1), end, cancellation);
        var others = await store.ListDueAsync(new DriftPartition(end, end, IsCritical: false, 0, 1), end, cancellation);
        return [.. critical.Concat(others).Select(s => s.Service)];
    }

    // What the day before was like is not generated: the hours themselves tell the level.
    private async Task<int> LearnAsync(DateTimeOffset end, CancellationToken cancellation)
    {
        var all = new List<StoredBaseline>();
        await ReadAsync(end, (service, points) => all.AddRange(Enum.GetValues<DriftSignal>().Select(signal => Usual(service, signal, points, end))), cancellation);
        var baselines = new PostgresBaselineStore(database);
        foreach (var part in all.Chunk(1000))
            await baselines.SaveAsync([.. part.Select(b => new BaselineRequest(b.Service, b.Baseline.Signal, 0, null))], part, end, cancellation);
        return all.Count;
    }

    private static StoredBaseline Usual(ServiceId service, DriftSignal signal, ServicePoints points, DateTimeOffset end)
    {
        double[] levels = [.. points.Series(signal, Span(end)).Values.Where(double.IsFinite).Select(v => signal == DriftSignal.Latency ? Math.Log(v) : Math.Sqrt(v)).Order()];
        double middle = levels.Length == 0 ? -1 : levels[levels.Length / 2];
        double spread = levels.Length == 0 ? 0.1 : Math.Max(0.02, (levels[levels.Length * 5 / 6] - levels[levels.Length / 6]) / 2);
        double[] hours = [.. Enumerable.Repeat(middle, DriftBaseline.Hours)];
        return new StoredBaseline(service, new DriftBaseline(signal, hours, spread, 2016, end.AddDays(-7), end), 1);
    }

    private async Task SweepAsync(DateTimeOffset end, CancellationToken cancellation)
    {
        var clock = new FakeClock(end);
        using var instruments = new DriftInstruments();
        var activities = new DirectActivities(typeof(DriftSweep).Assembly, new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IDriftTelemetry>(telemetry)
            .AddSingleton<IDriftStore>(store)
            .AddSingleton<IBaselineStore>(new PostgresBaselineStore(database))
            .AddSingleton<IIdSource>(new RandomIdSource(clock))
            .AddSingleton(Policy)
            .AddSingleton(instruments)
            .AddSingleton(new ReevaluateServices(new PostgresReevaluationBacklog(database), null!, Policy, clock, NullLogger<ReevaluateServices>.Instance))
            .BuildServiceProvider());
        var report = await DriftSweep.RunAsync(new DirectOrchestration(activities, clock.GetUtcNow(), cancellation));
        if (report.Failed + report.Left > 0) throw new InvalidOperationException($"Not all services were looked at: {report}");
        Console.WriteLine($"{report}");
    }

    private async Task<string> JudgeAsync(DateTimeOffset end, CancellationToken cancellation)
    {
        var all = new Dictionary<ServiceId, ServicePoints>();
        await ReadAsync(end, (service, points) => all[service] = points, cancellation);
        var baselines = (await store.ReadBaselinesAsync(all.Keys, cancellation)).ToDictionary(b => (b.Service, b.Baseline.Signal));
        var series = all.SelectMany(s => Enum.GetValues<DriftSignal>().Select(signal => (Series: s.Value.Series(signal, Span(end)), Baseline: baselines.GetValueOrDefault((s.Key, signal))?.Baseline))).ToArray();
        return await TimeAsync(() =>
        {
            var judge = new DriftJudge(DriftPolicy.For(Policy.Step));
            foreach (var (measured, baseline) in series) judge.Of(measured, baseline, JudgeServices.UsualTarget);
            return Task.CompletedTask;
        });
    }

    private static async Task<string> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }
}
