using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reports;

namespace SloFunctions.Infrastructure.Postgres.Reports;

/// <summary>Reads the availability tiers of a stored recommendation: its id, its time and the JSON of its tiers, in columns one after the other.</summary>
internal static class StoredTiers
{
    private static readonly ShadowTier None = new(null, null);

    /// <summary>The recommendation; null where there is none. One without availability has no targets.</summary>
    public static ShadowRecommendation? Read(NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column)) return null;
        var (id, generatedAt) = (row.GetGuid(column), row.GetFieldValue<DateTimeOffset>(column + 1));
        if (row.IsDBNull(column + 2)) return new ShadowRecommendation(id, generatedAt, None, None, None);
        var tiers = JsonSerializer.Deserialize<TiersDocument<StoredTier>>(row.GetString(column + 2), PublishedJson.Options);
        return new ShadowRecommendation(id, generatedAt, Of(tiers?.Conservative), Of(tiers?.Balanced), Of(tiers?.Aggressive));
    }

    private static ShadowTier Of(StoredTier? tier) =>
        tier?.Target is { } target ? new ShadowTier(Percent.ToRatio(target), tier.EstimatedBreachProbability) : None;

    // What every version of the documents has.
    private sealed record StoredTier(double? Target, double? EstimatedBreachProbability);
}
