using System.Diagnostics;
using Npgsql;
using SloFunctions.Benchmarks.Harness;

namespace SloFunctions.Benchmarks;

/// <summary>The quality reports of a large fleet over HTTP beside the bare sums of the same days.</summary>
public sealed class ReportsBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Services = 5000;
    private const int Measured = 500;

    private const string Sums = """
        SELECT service_id, sum(hours), sum(good), sum(total) FROM slo.sli_daily_counts
        WHERE day >= date_trunc('month', now(), 'UTC') - interval '28 days' AND day < date_trunc('month', now(), 'UTC') GROUP BY service_id
        """;

    // Thirteen months of days for every SLO, hours of the last month for a full page, and the recommendations of 30 days.
    private static readonly string[] Prepare =
    [
        $"INSERT INTO slo.services (service_id, team) SELECT format('service-%s', lpad(i::text, 5, '0')), format('team-%s', i % 300) FROM generate_series(1, {Services}) i",
        "INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ('{0.005,0.01,0.025,0.05,0.1,0.25,0.5,1,2.5,5,10}')",
        "SELECT slo.ensure_partitions(now() - interval '400 days', now())",
        """
        INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
        SELECT s.id, d, l.id, 24, 1000000 - (hashtext(s.service_id || d::text) & 2047), 1000000, d, '{10,500,50000,300000,700000,990500,996000,998000,999000,999500,999900,1000000}'
        FROM slo.services s, slo.latency_bucket_layouts l,
          generate_series(date_trunc('day', now(), 'UTC') - interval '395 days', date_trunc('day', now(), 'UTC') - interval '24 hours', interval '24 hours') d
        """,
        $"""
        INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total)
        SELECT s.id, h, 41000 - CASE WHEN hashtext(s.service_id || h::text) % 300 = 0 THEN 20000 ELSE 5 END, 41000
        FROM slo.services s, generate_series(date_bin('1 hour', now(), '2000-01-01Z') - interval '720 hours', date_bin('1 hour', now(), '2000-01-01Z') - interval '1 hour', interval '1 hour') h
        WHERE s.service_id <= format('service-%s', lpad('{Measured}', 5, '0'))
        """,
        "UPDATE slo.aggregation_progress SET through = date_bin('1 hour', now(), '2000-01-01Z')",
        StoredSets.Sets,
        StoredSets.Items,
        """
        INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, source, recommendation_set_id, activated_at, activated_by)
        SELECT r.service_id, 99.9, 99, 250, CASE WHEN hashtext(s.service_id) % 2 = 0 THEN 'recommendation_accepted' ELSE 'recommendation_modified' END,
          r.id, now() - interval '390 days', 'bench'
        FROM slo.recommendation_sets r JOIN slo.services s ON s.id = r.service_id WHERE r.status = 'active'
        """,
        "VACUUM ANALYZE",
    ];

    /// <inheritdoc/>
    public string Name => "reports";

    /// <inheritdoc/>
    public string Description => $"GET of the breach-rate report and of the shadow comparison, {Services} SLOs with two objectives each, half of them modified";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        await using var app = await servers.StartAppAsync();
        await using var owner = new NpgsqlConnection(servers.OwnerConnectionString);
        await owner.OpenAsync(cancellation);
        foreach (string sql in Prepare) await ExecuteAsync(owner, sql, cancellation);
        using var http = servers.Client(app.BaseUrl, TimeSpan.FromMinutes(2));
        var (month, year, page, full, sums) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (int round = -1; round < Rounds; round++)
        {
            double[] times =
            [
                await AskAsync(http, "api/v1/reports/breach-rate", cancellation),
                await AskAsync(http, "api/v1/reports/breach-rate?months=12", cancellation),
                await AskAsync(http, "api/v1/reports/shadow", cancellation),
                await AskAsync(http, "api/v1/reports/shadow?limit=500", cancellation),
                await ExecuteAsync(owner, Sums, cancellation),
            ];
            if (round < 0) continue;
            foreach (var (list, time) in new[] { month, year, page, full, sums }.Zip(times)) list.Add(time);
        }

        return
        [
            new("breach rate, one month", new("GET", "ms", month), new("bare sums of availability", "ms", sums)),
            new("breach rate, twelve months", new("GET", "ms", year), null),
            new("shadow, 50 services", new("GET", "ms", page), null),
            new("shadow, 500 services", new("GET", "ms", full), null),
            new("the app's process", new("peak memory", "MB", [(double)app.PeakMemory / (1 << 20)]), null),
        ];
    }

    private static async Task<double> AskAsync(HttpClient http, string path, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        await http.GetByteArrayAsync(path, cancellation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        long start = Stopwatch.GetTimestamp();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            // Read to the end, as whoever sums would.
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
