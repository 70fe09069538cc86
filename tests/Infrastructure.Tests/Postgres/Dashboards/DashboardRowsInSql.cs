namespace SloFunctions.Infrastructure.Tests.Postgres.Dashboards;

/// <summary>A small organisation with telemetry through 2026-05-29 12:00 UTC.</summary>
internal static class DashboardRowsInSql
{
    public const string All = """
        INSERT INTO slo.services (service_id, team, criticality, service_type, discovered) VALUES
          ('cart', 'shop', 'critical', 'internal', false), ('young', 'shop', 'critical', 'internal', false), ('bare', 'shop', 'critical', 'internal', false),
          ('orphan', NULL, 'medium', 'internal', false), ('placeholder', NULL, 'medium', 'internal', true), ('bank', 'shop', 'critical', 'external', false);
        UPDATE slo.aggregation_progress SET through = '2026-05-29 12:00Z';
        SELECT slo.ensure_partitions('2026-04-01Z', '2026-05-31Z');
        INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ('{0.1,0.25,1}');

        -- 27 days of a thousand requests, one of them bad and ten slower than 250 ms; days beside the window.
        INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
        SELECT s.id, d, l.id, 24, 999, 1000, d, '{500,990,1000,1000}'
        FROM slo.services s, slo.latency_bucket_layouts l, generate_series('2026-05-02Z'::timestamptz, '2026-05-28Z', '24 hours') d
        WHERE s.service_id = 'cart';
        INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total)
        SELECT s.id, v.day::timestamptz, NULL, v.hours, v.good, v.total
        FROM slo.services s, (VALUES ('2026-04-30Z', 24, 0, 500), ('2026-05-01Z', 4, 37, 40), ('2026-05-29Z', 13, 0, 130)) AS v (day, hours, good, total)
        WHERE s.service_id = 'cart';
        INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total, defects)
        SELECT s.id, v.hour::timestamptz, v.good, v.total, v.defects
        FROM slo.services s, (VALUES
          ('2026-05-01 11:00Z', 9, 10, 0), ('2026-05-01 12:00Z', 9, 10, 0), ('2026-05-01 13:00Z', 0, 0, 1), ('2026-05-01 23:00Z', 9, 10, 0),
          ('2026-05-29 11:00Z', 10, 10, 0), ('2026-05-29 12:00Z', 0, 10, 0)) AS v (hour, good, total, defects)
        WHERE s.service_id = 'cart';
        INSERT INTO slo.sli_daily_counts (service_id, day, hours, good, total)
        SELECT s.id, d, 24, CASE WHEN d < '2026-05-19Z' THEN 0 ELSE 1000 END, 1000
        FROM slo.services s, generate_series('2026-05-10Z'::timestamptz, '2026-05-28Z', '24 hours') d
        WHERE s.service_id = 'young';

        INSERT INTO slo.recommendation_sets (id, service_id, lookback_days, method, document, generated_at, expires_at, status)
        SELECT v.id::uuid, s.id, v.days, 'predictive', '{}', '2026-01-01Z', v.expires::timestamptz, v.status
        FROM (VALUES
          ('11111111-1111-1111-1111-111111111111', 'cart', 30, 'infinity', 'active'), ('22222222-2222-2222-2222-222222222222', 'cart', 60, '2026-01-02Z', 'accepted'),
          ('33333333-3333-3333-3333-333333333333', 'young', 30, '2026-01-02Z', 'active')) AS v (id, service, days, expires, status)
          JOIN slo.services s ON s.service_id = v.service;
        INSERT INTO slo.slo_recommendations (id, recommendation_id, service_id, sli_type, tiers, explanation, data_quality, expires_at, status)
        SELECT v.id::uuid, r.id, r.service_id, v.type,
          '{"conservative": {"target": 99.5, "estimated_breach_probability": 0.001}, "balanced": {"target": 99.5, "estimated_breach_probability": 0.001}, "aggressive": {"target": 99.9, "estimated_breach_probability": 0.05}}',
          '{}', '{}', 'infinity', v.status
        FROM (VALUES
          ('44444444-4444-4444-4444-444444444444', '11111111-1111-1111-1111-111111111111', 'availability', 'accepted'),
          ('55555555-5555-5555-5555-555555555555', '11111111-1111-1111-1111-111111111111', 'latency', 'active'),
          ('77777777-7777-7777-7777-777777777777', '33333333-3333-3333-3333-333333333333', 'availability', 'active')) AS v (id, recommendation, type, status)
          JOIN slo.recommendation_sets r ON r.id = v.recommendation::uuid;
        INSERT INTO slo.slo_recommendations (id, recommendation_id, service_id, sli_type, tiers, explanation, data_quality, expires_at, status)
        SELECT '66666666-6666-6666-6666-666666666666', id, service_id, 'availability', '{"balanced": {"target": 99.9, "estimated_breach_probability": 0.01}}', '{}', '{}', 'infinity', 'accepted'
        FROM slo.recommendation_sets WHERE id = '22222222-2222-2222-2222-222222222222';

        INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, latency_p95_target_ms, source, selected_tier, recommendation_set_id, activated_at, activated_by)
        SELECT s.id, v.target, v.percentile, v.threshold, v.p95, v.source, v.tier, v.recommendation::uuid, v.since::timestamptz, 'ann'
        FROM (VALUES
          ('cart', 99.9, 99, 250, 300, 'recommendation_accepted', NULL, '22222222-2222-2222-2222-222222222222', '2026-01-05 10:00Z'),
          ('young', 99.5, NULL::numeric, NULL::numeric, NULL::numeric, 'recommendation_accepted', 'conservative', '33333333-3333-3333-3333-333333333333', '2026-05-18 08:00Z'),
          ('orphan', 99, NULL, NULL, NULL, 'manual', NULL, NULL, '2026-05-23 10:00Z'),
          ('bank', 99, NULL, NULL, NULL, 'manual', NULL, NULL, '2026-01-01Z')) AS v (service, target, percentile, threshold, p95, source, tier, recommendation, since)
          JOIN slo.services s ON s.service_id = v.service;

        INSERT INTO slo.slo_audit_log (service_id, action, actor, recommendation_id, recommendation_set_id, selected_tier, "timestamp")
        SELECT s.id, v.action, 'ann', v.item::uuid, v.recommendation::uuid, v.tier, now() - v.age::interval
        FROM (VALUES
          ('cart', 'accept', NULL, '22222222-2222-2222-2222-222222222222', 'balanced', '1 day'), ('cart', 'accept', NULL, '22222222-2222-2222-2222-222222222222', 'balanced', '89 days'),
          ('cart', 'accept', NULL, '22222222-2222-2222-2222-222222222222', 'balanced', '91 days'), ('cart', 'modify', NULL, '11111111-1111-1111-1111-111111111111', 'aggressive', '2 days'),
          ('cart', 'reject', '55555555-5555-5555-5555-555555555555', NULL, NULL, '2 days'), ('young', 'auto_approve', NULL, '33333333-3333-3333-3333-333333333333', 'balanced', '2 days'),
          ('orphan', 'manual', NULL, NULL, NULL, '3 days'), ('orphan', 'expire', NULL, NULL, NULL, '3 days'), ('orphan', 'drift_triggered', NULL, NULL, NULL, '3 days'))
          AS v (service, action, item, recommendation, tier, age)
          JOIN slo.services s ON s.service_id = v.service;
        """;
}
