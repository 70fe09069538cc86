using Npgsql;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Lifecycle;

/// <summary>SLOs as rows.</summary>
internal static class SloRow
{
    /// <summary>Reads the SLO of which the id stands in a column; null where that is NULL.</summary>
    public static ActiveSlo? Read(NpgsqlDataReader row, int first)
    {
        if (row.IsDBNull(first)) return null;
        return new ActiveSlo(
            row.GetGuid(first),
            row.GetInt64(first + 1),
            Targets(row, first + 2),
            Term<SloSource>.Of(row.GetString(first + 7)),
            row.Nullable<Guid?>(first + 8),
            row.Nullable<Guid?>(first + 9),
            row.Nullable<string>(first + 10) is { } tier ? Term<Tier>.Of(tier) : null,
            row.GetFieldValue<DateTimeOffset>(first + 11),
            row.GetString(first + 12));
    }

    /// <summary>The parameters that store it. The highest percentile stands as the latency objective besides.</summary>
    public static object?[] Of(ActiveSlo slo, Guid service)
    {
        var latency = slo.Targets.Latency;
        (decimal Percentile, double Threshold)? objective =
            latency.P999Ms is { } p999 ? (99.9m, p999) : latency.P99Ms is { } p99 ? (99m, p99) : latency.P95Ms is { } p95 ? (95m, p95) : null;
        return
        [
            slo.Id,
            service,
            slo.Version,
            // As decimals: 0.999 × 100 is 99.9 there.
            slo.Targets.Availability is { } ratio ? (decimal)ratio * 100 : null,
            (decimal?)latency.P95Ms,
            (decimal?)latency.P99Ms,
            objective?.Percentile,
            (decimal?)objective?.Threshold,
            Term<SloSource>.Name(slo.Source),
            slo.RecommendationId,
            slo.RecommendationSetId,
            slo.Tier is { } tier ? Term<Tier>.Name(tier) : null,
            slo.ActivatedAt,
            slo.ActivatedBy,
        ];
    }

    private static SloTargets Targets(NpgsqlDataReader row, int first)
    {
        var availability = row.Nullable<decimal?>(first);
        var percentile = row.Nullable<decimal?>(first + 3);
        return new SloTargets(
            (double?)(availability / 100m),
            new LatencyTargets(
                (double?)(row.Nullable<decimal?>(first + 1) ?? Threshold(95m)),
                (double?)(row.Nullable<decimal?>(first + 2) ?? Threshold(99m)),
                (double?)Threshold(99.9m)));

        decimal? Threshold(decimal wanted) => percentile == wanted ? row.Nullable<decimal?>(first + 4) : null;
    }
}
