using System.Diagnostics;
using Npgsql;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.ErrorBudgets;

namespace SloFunctions.Benchmarks;

/// <summary>Reading the error budgets of a large fleet, of a team and of one service beside summing the same rows.</summary>
public sealed class BudgetsBenchmark : IBenchmark
{
    private const int Rounds = 9;
    private const int Services = 5000;
    private const int Days = 29;

    // Availability alone, over one window.
    private const string Summing =
        """
        SELECT service_id, sum(good), sum(total)
        FROM (
          SELECT service_id, good, total FROM sli_daily_counts WHERE day >= $3 AND day < $4
          UNION ALL
          SELECT service_id, good, total FROM sli_hourly_counts WHERE (hour >= $2 AND hour < $3) OR (hour >= $4 AND hour < $1)) c
        GROUP BY service_id
        """;

    private static readonly string[] Prepare =
    [
        "UPDATE slo.services SET team = format('team-%s', hashtext(service_id) & 255)",
        """
        INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, source, activated_at, activated_by)
        SELECT id, 99.9, 99, 250, 'manual', now() - interval '40 days', 'bench' FROM slo.services
        """,
        "VACUUM ANALYZE",
    ];

    /// <inheritdoc/>
    public string Name => "budgets";

    /// <inheritdoc/>
    public string Description => $"error budgets of {Services} services with two objectives each over {Days} days of hours";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        var end = TimeWindow.HourOf(TimeProvider.System.GetUtcNow());
        await new FleetHistory(servers.OwnerConnectionString).WriteAsync(
            [.. Enumerable.Range(1, Services).Select(i => $"service-{i:D5}")], [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], end.AddDays(-Days), end, cancellation);
        await using var owner = new NpgsqlConnection(servers.OwnerConnectionString + ";Search Path=slo;Command Timeout=600");
        await owner.OpenAsync(cancellation);
        foreach (string sql in Prepare) await RunAsync(new NpgsqlCommand(sql, owner), cancellation);
        var counts = new PostgresBudgetCounts(servers.Database);
        var (all, bare, team, hundred, one) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var some = Enumerable.Range(1, 100).Select(i => ServiceId.Of($"service-{i * 7:D5}")).ToArray();
        for (int round = -1; round < Rounds; round++)
        {
            double[] times =
            [
                await TimeAsync(() => counts.ReadAsync(BudgetScope.All, cancellation)),
                await TimeAsync(() => RunAsync(Bare(owner, end), cancellation)),
                await TimeAsync(() => counts.ReadAsync(BudgetScope.OfTeam("team-7"), cancellation)),
                await TimeAsync(() => counts.ReadAsync(BudgetScope.Of(some), cancellation)),
                await TimeAsync(() => counts.ReadAsync(BudgetScope.Of(some[0]), cancellation)),
            ];
            if (round < 0) continue;
            foreach (var (list, time) in new[] { all, bare, team, hundred, one }.Zip(times)) list.Add(time);
        }

        return
        [
            new("all services", new("read", "ms", all), new("summing the same rows of one objective over one window", "ms", bare)),
            new("a team of about 20", new("read", "ms", team), null),
            new("100 services", new("read", "ms", hundred), null),
            new("one service", new("read", "ms", one), null),
        ];
    }

    private static NpgsqlCommand Bare(NpgsqlConnection owner, DateTimeOffset end)
    {
        var command = new NpgsqlCommand(Summing, owner);
        var start = end.AddDays(-28);
        object[] parameters = [end, start, new TimeWindow(start, end).WholeDays.Start, TimeWindow.DayOf(end.AddDays(-3))];
        foreach (object value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task RunAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var disposed = command;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            // Read to the end, as a reader would.
        }
    }
}
