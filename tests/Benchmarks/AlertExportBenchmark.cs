using System.Diagnostics;
using Npgsql;
using SloFunctions.Application.Alerts;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Alerts;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Prometheus.Alerts;
using SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;
using SloFunctions.Testing.Alerts;

namespace SloFunctions.Benchmarks;

/// <summary>Exporting the alerts of a large fleet beside writing the same bytes alone, and beside what promtool takes to read them.</summary>
public sealed class AlertExportBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Services = 5000;

    private static readonly string[] Prepare =
    [
        $"INSERT INTO slo.services (service_id, team, criticality) SELECT format('service-%s', lpad(i::text, 5, '0')), format('team-%s', i % 300), 'high' FROM generate_series(1, {Services}) i",
        "INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ('{0.005,0.01,0.025,0.05,0.1,0.25,0.5,1,2.5,5,10}')",
        "SELECT slo.ensure_partitions(now() - interval '30 days', now())",
        """
        INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
        SELECT s.id, d, l.id, 24, 999, 1000, d, '{10,20,30,40,50,990,996,998,999,999,999,1000}'
        FROM slo.services s, slo.latency_bucket_layouts l,
          generate_series(date_trunc('day', now(), 'UTC') - interval '27 days', date_trunc('day', now(), 'UTC') - interval '24 hours', interval '24 hours') d
        """,
        """
        INSERT INTO slo.active_slos (service_id, availability_target, latency_p99_target_ms, latency_percentile, latency_threshold_ms, source, activated_at, activated_by)
        SELECT id, 99.9, 250, 99, 250, 'manual', now(), 'bench' FROM slo.services
        """,
        "VACUUM ANALYZE",
    ];

    /// <inheritdoc/>
    public string Name => "alert-export";

    /// <inheritdoc/>
    public string Description => $"export of {Services} SLOs with two objectives each through the use case, on PostgreSQL";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        await using var owner = new NpgsqlConnection(servers.OwnerConnectionString);
        await owner.OpenAsync(cancellation);
        foreach (string sql in Prepare)
        {
            await using var command = new NpgsqlCommand(sql, owner) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync(cancellation);
        }

        var options = new PrometheusOptions { Url = "http://localhost" };
        var services = new PostgresExportedServices(servers.Database, TimeProvider.System);
        var useCase = new ExportAlerts(services, new PrometheusAlertRules(options), new SpecificationFile(options), new AlertPolicy { RunbookUrl = "https://runbooks.example.com/{page}?service={service}" });
        var comparisons = new List<Comparison> { new("reading", new("all SLOs in force", "ms", await RepeatAsync(() => services.ReadAsync(null, null, cancellation))), null) };
        foreach (var format in Enum.GetValues<ExportFormat>()) comparisons.AddRange(await MeasureAsync(useCase, new AlertExportQuery(null, null, format, null), cancellation));
        comparisons.AddRange(await MeasureAsync(useCase, new AlertExportQuery(null, null, ExportFormat.Prometheus, ExportAddition.Tests), cancellation));
        using var process = Process.GetCurrentProcess();
        comparisons.Add(new("this process", new("peak memory", "MB", [Megabytes(process.PeakWorkingSet64)]), null));
        return comparisons;
    }

    private static async Task<IReadOnlyList<Comparison>> MeasureAsync(ExportAlerts useCase, AlertExportQuery query, CancellationToken cancellation)
    {
        string name = Term<ExportFormat>.Name(query.Format) + (query.Addition is null ? "" : " tests");
        ExportedDocument? document = null;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var export = await RepeatAsync(async () => document = (await useCase.HandleAsync(query, cancellation)).Value!);
        double allocated = Megabytes(GC.GetTotalAllocatedBytes(precise: true) - before) / (Rounds + 1);
        byte[] bytes = document!.Yaml.ToArray();
        var copy = await RepeatAsync(async () =>
        {
            using var buffer = new MemoryStream();
            await buffer.WriteAsync(bytes, cancellation);
            _ = System.Security.Cryptography.SHA256.HashData(buffer.ToArray());
        });
        var compared = new List<Comparison>
        {
            new(name, new("export", "ms", export), new("the bytes alone, copied and hashed", "ms", copy)),
            new(name, new("size", "MB", [Megabytes(bytes.Length)]), null),
            new(name, new("allocated", "MB", [allocated]), null),
        };
        if (query is { Addition: null, Format: ExportFormat.Prometheus or ExportFormat.Sloth or ExportFormat.Pyrra }) compared.Add(new(name, new("promtool check rules", "ms", [await CheckAsync(bytes)]), null));
        return compared;
    }

    private static async Task<double> CheckAsync(byte[] rules)
    {
        using var folder = new PromtoolFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "rules.yaml"), rules);
        string complaints = "";
        double time = await TimeAsync(async () => complaints = await folder.CheckAsync("rules.yaml"));
        return complaints.Length == 0 ? time : throw new InvalidOperationException(complaints[..Math.Min(complaints.Length, 2000)]);
    }

    private static async Task<double[]> RepeatAsync(Func<Task> work)
    {
        var times = new List<double>();
        for (int round = -1; round < Rounds; round++)
        {
            double time = await TimeAsync(work);
            if (round >= 0) times.Add(time);
        }

        return [.. times];
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Megabytes(long bytes) => (double)bytes / (1 << 20);
}
