using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Benchmarks.Scale;
using SloFunctions.Domain.Randomness;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks;

/// <summary>A bulk run over 5,000 services of which the app is killed again and again; each service must end with one set of recommendations.</summary>
public sealed class KilledBulkBenchmark : IBenchmark
{
    private const int Services = 5_000;

    private const string Count = """
        SELECT count(*) FILTER (WHERE e.state = 'done'), count(*), (SELECT count(*) FROM slo.recommendation_sets), count(DISTINCT s.id)
        FROM slo.recommendation_run_services e LEFT JOIN slo.recommendation_sets s ON s.id = e.recommendation_id AND s.service_id = e.service_id
        """;

    /// <inheritdoc/>
    public string Name => "bulk-killed-5000";

    /// <inheritdoc/>
    public string Description => "a bulk run over 5,000 services, its app killed every few seconds at random, and what became of each service";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var fleet = await ScaleFleet.CreateAsync(Services, edges: 10, cancellation);
        var random = new SeededRandom((ulong)Stopwatch.GetTimestamp());
        long start = Stopwatch.GetTimestamp();
        Uri? run = null;
        int kills = 0;
        for (bool hasEnded = false; !hasEnded; kills += hasEnded ? 0 : 1)
        {
            await using var app = await fleet.Servers.StartAppAsync();
            using var http = fleet.Servers.Client(app.BaseUrl, TimeSpan.FromMinutes(5));
            run ??= await BulkRun.StartAsync(http, null, cancellation);
            hasEnded = await WatchAsync(app, http, run, TimeSpan.FromMilliseconds(4_000 + random.Below(12_000)), cancellation);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var (done, all, sets, matched) = await CountAsync(fleet.Servers.OwnerConnectionString, cancellation);
        bool isExact = done == Services && all == Services && sets == Services && matched == Services;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {(isExact ? "kept" : "MISSED")}: {kills} kills; of {all} services {done} are done, each with a set of its own: {matched}; sets in all: {sets}"));
        return [new("all services", new("bulk run, restarts included", "s", [seconds]), null), new("the app", new("kills", "", [kills]), null)];
    }

    private static async Task<bool> WatchAsync(ListeningProcess app, HttpClient http, Uri run, TimeSpan life, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < life)
        {
            if (await BulkRun.HasCompletedAsync(http, run, cancellation)) return true;
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        }

        app.Kill();
        await app.WaitForExitAsync();
        return false;
    }

    private static async Task<(long Done, long All, long Sets, long Matched)> CountAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(Count, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }
}
