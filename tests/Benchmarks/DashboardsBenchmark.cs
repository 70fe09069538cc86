using System.Diagnostics;
using Npgsql;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Infrastructure.Postgres.Dashboards;

namespace SloFunctions.Benchmarks;

/// <summary>Computing the dashboards of a large fleet beside the bare queries that they are, and reading them meanwhile.</summary>
public sealed class DashboardsBenchmark : IBenchmark
{
    private const int Rounds = 7;
    private const int Services = 5000;
    private const int Days = 29;
    private const string Read = "SELECT count(*), sum(total) FROM slo.dashboard_objectives";
    private static readonly string[] Views = ["dashboard_coverage", "dashboard_objectives", "dashboard_decisions"];
    private static readonly string[] Paths = ["coverage", "error-budget-health", "recommendation-quality"];

    private static readonly string[] Prepare =
    [
        "UPDATE slo.services SET team = format('team-%s', hashtext(service_id) & 255), criticality = (ARRAY['critical', 'high', 'medium', 'low'])[1 + (hashtext(service_id) & 3)]",
        StoredSets.Sets,
        StoredSets.Items,
        """
        INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, source, recommendation_set_id, activated_at, activated_by)
        SELECT r.service_id, 99.9, 99, 250, 'recommendation_accepted', r.id, now() - (hashtext(s.service_id) & 63) * interval '1 day', 'bench'
        FROM slo.recommendation_sets r JOIN slo.services s ON s.id = r.service_id WHERE r.status = 'active'
        """,
        """
        INSERT INTO slo.slo_audit_log (service_id, action, actor, recommendation_set_id, selected_tier, "timestamp")
        SELECT r.service_id, (ARRAY['accept', 'modify', 'reject', 'auto_approve', 'expire'])[1 + i % 5], 'bench', r.id, (ARRAY['conservative', 'balanced', 'aggressive'])[1 + i % 3], now() - i * interval '2 minutes'
        FROM (SELECT id, service_id, row_number() OVER () AS i FROM slo.recommendation_sets) r WHERE r.i <= 100000
        """,
        "VACUUM ANALYZE",
    ];

    /// <inheritdoc/>
    public string Name => "dashboards";

    /// <inheritdoc/>
    public string Description => $"dashboards of {Services} services with two objectives each, {Days} days of hours and 100000 decisions";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        var end = new DateTimeOffset(DateTime.UtcNow.Date.AddHours(DateTime.UtcNow.Hour), TimeSpan.Zero);
        await new FleetHistory(servers.OwnerConnectionString).WriteAsync(
            [.. Enumerable.Range(1, Services).Select(i => $"service-{i:D5}")], [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], end.AddDays(-Days), end, cancellation);
        await using var owner = new NpgsqlConnection(servers.OwnerConnectionString);
        await owner.OpenAsync(cancellation);
        foreach (string sql in Prepare) await ExecuteAsync(owner, sql, cancellation);
        await using var app = await servers.StartAppAsync();
        using var http = servers.Client(app.BaseUrl, TimeSpan.FromMinutes(2));
        var store = new PostgresDashboardStore(servers.Database);
        double first = await TimeAsync(() => http.GetByteArrayAsync(Path(0), cancellation));

        var (refresh, bare) = (new List<double>(), new List<double>());
        var (fresh, kept) = (new List<double>(), new List<double>());
        var parts = Views.ToDictionary(v => v, _ => new List<double>(), StringComparer.Ordinal);
        for (int round = -1; round < Rounds; round++)
        {
            double ours = await TimeAsync(() => store.RefreshAsync(onlyFirst: false, cancellation));
            double anew = await TimeAsync(() => AskAllAsync(http, cancellation));
            double again = await TimeAsync(() => AskAllAsync(http, cancellation));
            double[] definitions = [.. await SelectAsync(owner, cancellation)];
            if (round < 0) continue;
            refresh.Add(ours);
            bare.Add(definitions.Sum());
            fresh.Add(anew);
            kept.Add(again);
            foreach (var (view, time) in Views.Zip(definitions)) parts[view].Add(time);
        }

        var (idle, busy) = (new List<double>(), new List<double>());
        var (idleGet, busyGet) = (new List<double>(), new List<double>());
        for (int round = 0; round < Rounds; round++)
        {
            await ReadAsync(servers, http, idle, idleGet, Task.Delay(TimeSpan.FromSeconds(1), cancellation), cancellation);
            await ReadAsync(servers, http, busy, busyGet, Task.Run(() => store.RefreshAsync(onlyFirst: false, cancellation), cancellation), cancellation);
        }

        return
        [
            new("compute all", new("refresh", "ms", refresh), new("the queries alone", "ms", bare)),
            .. parts.Select(p => new Comparison(p.Key, new("its query alone", "ms", p.Value), null)),
            new("first request of a fresh install", new("GET", "ms", [first]), null),
            new("three dashboards after a refresh", new("GET", "ms", fresh), new("again, from memory", "ms", kept)),
            new("a bare reader, p50 of a round", new("during a refresh", "ms", busy), new("otherwise", "ms", idle)),
            new("a dashboard, longest of a round", new("during a refresh", "ms", busyGet), new("otherwise", "ms", idleGet)),
            new("the app's process", new("peak memory", "MB", [(double)app.PeakMemory / (1 << 20)]), null),
        ];
    }

    // Reads again and again until something else is done.
    private static async Task ReadAsync(
        AppServers servers, HttpClient http, List<double> medians, List<double> longest, Task until, CancellationToken cancellation)
    {
        await using var connection = await servers.Source.OpenConnectionAsync(cancellation);
        var (reads, gets) = (new List<double>(), new List<double>());
        do
        {
            reads.Add(await ExecuteAsync(connection, Read, cancellation));
            gets.Add(await TimeAsync(() => http.GetByteArrayAsync(Path(reads.Count % Paths.Length), cancellation)));
        }
        while (!until.IsCompleted);
        await until;
        medians.Add(reads.Order().ElementAt(reads.Count / 2));
        longest.Add(gets.Max());
    }

    private static async Task<IEnumerable<double>> SelectAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        var times = new List<double>();
        foreach (string view in Views)
        {
            await using var definition = new NpgsqlCommand($"SELECT pg_get_viewdef('slo.{view}'::regclass)", owner);
            times.Add(await ExecuteAsync(owner, (string)(await definition.ExecuteScalarAsync(cancellation))!, cancellation));
        }

        return times;
    }

    private static string Path(int dashboard) => $"api/v1/dashboard/{Paths[dashboard]}";

    private static async Task AskAllAsync(HttpClient http, CancellationToken cancellation)
    {
        for (int i = 0; i < Paths.Length; i++) await http.GetByteArrayAsync(Path(i), cancellation);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static Task<double> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation) => TimeAsync(async () =>
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            // Read to the end, as a reader would.
        }
    });
}
