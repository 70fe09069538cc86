using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Publishing;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Benchmarks.Scale;
using SloFunctions.Infrastructure.Postgres.Inspection;
using SloFunctions.Testing;

namespace SloFunctions.Benchmarks;

/// <summary>What the rows of a fleet take in the database, as the app writes them; <c>./slo storage --sizes</c> makes a year of it.</summary>
public sealed class StorageBenchmark : IBenchmark
{
    private const int Services = 5_000;
    // A row of one is as long as that of another, so a fifth of the fleet will do.
    private const int Recommended = 1_000;

    private static readonly string[] Shown = ["slo.sli_aggregates", "slo.sli_hourly_counts", "slo.recommendation_sets", "slo.slo_recommendations"];

    /// <inheritdoc/>
    public string Name => "storage-5000";

    /// <inheritdoc/>
    public string Description => "bytes a row in the database of 5,000 services with a month behind them and an hour of indicators each, a set of recommendations of every fifth";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var fleet = await ScaleFleet.CreateAsync(Services, edges: 10, cancellation);
        await using (var app = await fleet.Servers.StartAppAsync())
        {
            using var http = fleet.Servers.Client(app.BaseUrl, TimeSpan.FromMinutes(10));
            await BulkRun.TimeAsync(http, [.. fleet.Services.Take(Recommended)], cancellation);
            await OrchestrationRun.TimeAsync(http, "AggregateSlis", "aggregation", cancellation);
        }

        await using var source = NpgsqlDataSource.Create(fleet.Servers.OwnerConnectionString + ";Command Timeout=600");
        await using (var vacuum = source.CreateCommand("VACUUM ANALYZE")) await vacuum.ExecuteNonQueryAsync(cancellation);
        var sizes = await new DatabaseInspection(source).MeasureAsync(cancellation);
        string file = RepositoryRoot.Combine("artifacts", "bench", "storage-5000-sizes.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(sizes, PublishedJson.Options), cancellation);
        Console.WriteLine($"  a year of it: ./slo storage --sizes {Path.GetRelativePath(RepositoryRoot.Path, file)}");
        return [.. sizes.Where(s => Shown.Contains(s.Name)).Select(s => new Comparison(s.Name, new("a row", "bytes", [(double)s.TotalBytes / s.Rows]), null))];
    }
}
