using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Recommendations;
using SloFunctions.Testing.Lifecycle;

namespace SloFunctions.Infrastructure.Tests.Postgres.Lifecycle;

/// <summary>Registers services and stores sets for them as the engine would.</summary>
internal sealed class KnownSets(MigratedDatabase database)
{
    private readonly PostgresRecommendationStore store = new(new PostgresDatabase(database.Application));

    /// <summary>Registers services of the team <c>shop</c>.</summary>
    public async Task RegisterAsync(params string[] services)
    {
        await using var connection = await database.OpenAsync("superuser");
        foreach (string service in services)
            await connection.ExecuteAsync($"INSERT INTO slo.services (service_id, team) VALUES ('{service}', 'shop') ON CONFLICT DO NOTHING");
    }

    /// <summary>Stores a set for availability and latency; the one before is superseded.</summary>
    public async Task<RecommendationDocument> StoreAsync(string service, DateTimeOffset generatedAt)
    {
        var set = KnownSet.Of(service, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), generatedAt);
        await store.SaveAsync(set, JsonSerializer.SerializeToUtf8Bytes(set, PublishedJson.Options), [], RecommendationQuery.DefaultLookbackDays, CancellationToken.None);
        return set;
    }

    /// <summary>What became of a set and of its two recommendations.</summary>
    public async Task<string> StatusAsync(Guid set)
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.ScalarAsync<string>($"""
            SELECT r.status || ': ' || string_agg(i.status, ', ' ORDER BY i.sli_type)
            FROM slo.recommendation_sets r JOIN slo.slo_recommendations i ON i.recommendation_id = r.id WHERE r.id = '{set}' GROUP BY r.status
            """);
    }
}
