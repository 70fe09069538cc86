namespace SloFunctions.Benchmarks.Harness;

/// <summary>Stores what a month of nightly recommendations leaves behind, for services that are there.</summary>
internal static class StoredSets
{
    /// <summary>A set for each service and each of 31 days, the latest one active.</summary>
    public const string Sets = """
        INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, generated_at, expires_at, status)
        SELECT s.id, 30, 'predictive', repeat(md5(s.service_id), 100), now() - d * interval '1 day' - interval '1 minute', now() + interval '1 day', CASE d WHEN 0 THEN 'active' ELSE 'superseded' END
        FROM slo.services s, generate_series(0, 30) d
        """;

    /// <summary>Their recommendations: availability of 99.9 % and p99 of 250 ms in the balanced tier.</summary>
    public const string Items = """
        INSERT INTO slo.slo_recommendations (recommendation_id, service_id, sli_type, tiers, explanation, data_quality, expires_at)
        SELECT r.id, r.service_id, t.type, t.tiers::jsonb, '{}', '{}', r.expires_at
        FROM slo.recommendation_sets r, (VALUES
          ('availability', '{"conservative": {"target": 99.5, "estimated_breach_probability": 0.001}, "balanced": {"target": 99.9, "estimated_breach_probability": 0.01}, "aggressive": {"target": 99.95, "estimated_breach_probability": 0.05}}'),
          ('latency', '{"conservative": {"target_ms": 500, "percentile": "p99.9", "estimated_breach_probability": 0.001}, "balanced": {"target_ms": 250, "percentile": "p99", "estimated_breach_probability": 0.01}, "aggressive": {"target_ms": 100, "percentile": "p95", "estimated_breach_probability": 0.05}}')) AS t (type, tiers)
        """;
}
