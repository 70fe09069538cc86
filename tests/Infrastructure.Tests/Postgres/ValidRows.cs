namespace SloFunctions.Infrastructure.Tests.Postgres;

/// <summary>One acceptable row for each table, as SQL literals by column, and statements to insert it or a variant.</summary>
internal static class ValidRows
{
    private const string Service = "(SELECT id FROM slo.services WHERE service_id = 'checkout')";
    private const string Other = "(SELECT id FROM slo.services WHERE service_id = 'payment')";
    private const string Set = "(SELECT id FROM slo.recommendation_sets LIMIT 1)";
    private const string Layout = "(SELECT id FROM slo.latency_bucket_layouts LIMIT 1)";
    private const string Slo = "(SELECT id FROM slo.active_slos WHERE activated_by = 'seed')";
    private const string Audit = "(SELECT id FROM slo.slo_audit_log WHERE actor = 'seed')";
    private const string Target = "(SELECT id FROM slo.notification_targets WHERE name = 'seed')";
    private const string Hash = "'$2b$12$abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ01234'";

    /// <summary>What the rows refer to.</summary>
    public const string Seed = $$"""
        INSERT INTO slo.services (service_id) VALUES ('checkout'), ('payment');
        INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, expires_at)
          VALUES ({{Service}}, 30, 'seed', '{}', now() + interval '1 day');
        INSERT INTO slo.graph_snapshots (content_hash, node_count, edge_count, content) VALUES (sha256('seed'), 0, 0, '\x00');
        INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ('{0.1,0.5}');
        INSERT INTO slo.notification_lists (team) VALUES ('payments');
        INSERT INTO slo.slo_audit_log (service_id, action, actor) VALUES ({{Service}}, 'accept', 'seed');
        INSERT INTO slo.notification_targets (id, team, name, position, format, events, shown_url, url, updated_at)
          VALUES (gen_random_uuid(), 'payments', 'seed', 0, 'generic', '{accept}', 'https://example.com/…', '\x0068', now());
        INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by) VALUES ({{Other}}, 99.9, 'manual', now(), 'seed');
        INSERT INTO slo.recommendation_runs (id, scope, lookback_days, method, force, requested_by, requested_at)
          VALUES ('00000000-0000-0000-0000-000000000023', 'all', 30, 'seed', true, 'seed', '2026-01-01Z');
        SELECT slo.ensure_partitions('2026-01-01Z', '2026-01-01Z');
        """;

    private static readonly Dictionary<string, (string Column, string Value)[]> Rows = new(StringComparer.Ordinal)
    {
        ["services"] = [("service_id", "'cart'")],
        ["service_dependencies"] =
        [
            ("source_service_id", Service), ("target_service_id", Other),
            ("communication_mode", "'sync'"), ("discovery_source", "'manual'"),
        ],
        ["graph_snapshots"] =
        [
            ("content_hash", "sha256('graph')"), ("node_count", "2"), ("edge_count", "1"), ("content", "'\\x00'"),
        ],
        ["circular_dependency_alerts"] = [("cycle_key", "'key'"), ("cycle_path", "'[\"a\", \"b\", \"a\"]'"), ("members", "'[\"a\", \"b\"]'")],
        ["current_graph"] = [("snapshot_id", "(SELECT id FROM slo.graph_snapshots LIMIT 1)")],
        ["graph_ingestions"] =
        [
            ("id", "gen_random_uuid()"), ("delivery_key", "'event'"), ("discovery_source", "'manual'"), ("received_at", "'2026-01-01Z'"), ("receipt", "'{}'"),
        ],
        ["fleet_priors"] = [("fitted_at", "'2026-01-01Z'"), ("content", "'{}'")],
        ["fleet_evidence"] = [("id", "gen_random_uuid()"), ("content_hash", "sha256('fleet')"), ("content", "'\\x00'")],
        ["recommendation_sets"] =
        [
            ("service_id", Service), ("lookback_days", "30"), ("method", "'model'"), ("document", "'{}'"),
            ("generated_at", "'2026-01-01Z'"), ("expires_at", "'2026-01-02Z'"),
        ],
        ["slo_recommendations"] =
        [
            ("recommendation_id", Set), ("service_id", Service), ("sli_type", "'availability'"), ("tiers", "'{}'"),
            ("explanation", "'{}'"), ("data_quality", "'{}'"), ("generated_at", "'2026-01-01Z'"), ("expires_at", "'2026-01-02Z'"),
            ("lookback_window_start", "'2025-12-01Z'"), ("lookback_window_end", "'2026-01-01Z'"),
        ],
        ["active_slos"] =
        [
            ("service_id", Service), ("availability_target", "99.999"), ("latency_percentile", "99.9"),
            ("latency_threshold_ms", "500"), ("source", "'manual'"), ("activated_at", "now()"), ("activated_by", "'ann'"),
        ],
        ["idempotent_answers"] =
        [
            ("client_id", "'user:ann'"), ("key", "'1'"), ("request_hash", "sha256('request')"), ("document", "'{}'"), ("created_at", "'2026-01-01Z'"),
        ],
        ["slo_audit_log"] =
        [
            ("service_id", Service), ("action", "'accept'"), ("actor", "'ann'"), ("selected_tier", "'balanced'"),
        ],
        ["admin_audit_log"] =
        [
            ("actor", "'ann'"), ("action", "'create'"), ("subject_type", "'api_key'"), ("subject_id", "'1'"),
        ],
        ["error_budget_policies"] =
        [
            ("team", "'payments'"), ("caution_share", "0.5"), ("freeze_share", "0.25"), ("incident_share", "0.1"), ("version", "1"), ("updated_at", "'2026-01-01Z'"),
        ],
        ["notification_lists"] = [("team", "'checkout'")],
        ["notification_targets"] =
        [
            ("id", "gen_random_uuid()"), ("team", "'payments'"), ("name", "'channel'"), ("position", "1"), ("format", "'slack'"), ("events", "'{accept,expire}'"),
            ("shown_url", "'https://example.com/…'"), ("url", "'\\x0068'"), ("secret", "'\\x0068'"), ("updated_at", "'2026-01-01Z'"),
        ],
        ["notification_deliveries"] = [("target_id", Target), ("audit_id", Audit), ("next_attempt_at", "'2026-01-01Z'")],
        ["notification_dead_letters"] =
        [
            ("id", "'00000000-0000-0000-0000-000000000009'"), ("team", "'payments'"), ("target_name", "'channel'"), ("format", "'slack'"), ("audit_id", Audit),
            ("attempts", "8"), ("reason", "'http-status'"), ("last_status", "500"), ("given_up_at", "'2026-01-01Z'"),
        ],
        ["recommendation_runs"] =
        [
            ("id", "'00000000-0000-0000-0000-000000000024'"), ("scope", "'team'"), ("team", "'payments'"), ("lookback_days", "30"), ("method", "'predictive'"),
            ("force", "true"), ("state", "'completed'"), ("requested_by", "'ann'"), ("requested_at", "'2026-01-01Z'"), ("ended_at", "'2026-01-01 01:00Z'"),
        ],
        ["recommendation_run_services"] =
        [
            ("run_id", "'00000000-0000-0000-0000-000000000023'"), ("ordinal", "0"), ("service_id", Service), ("state", "'failed'"), ("attempts", "3"),
            ("error_code", "'timeout'"), ("error_message", "'It took too long.'"),
        ],
        ["latency_bucket_layouts"] = [("bounds", "'{0.1,0.2}'")],
        ["sli_hourly_counts"] =
        [
            ("service_id", Service), ("hour", "'2026-01-01 05:00Z'"), ("good", "9"), ("total", "10"),
            ("latency_layout_id", Layout), ("latency_counts", "'{5,5,10}'"), ("throttled_seconds", "0.5"),
        ],
        ["sli_daily_counts"] =
        [
            ("service_id", Service), ("day", "'2026-01-01Z'"), ("hours", "24"), ("good", "9"), ("total", "10"), ("latency_layout_id", Layout),
            ("latency_through", "'2026-01-01 23:00Z'"), ("latency_counts", "'{5,5,10}'"),
        ],
        ["maintenance_windows"] =
        [
            ("id", "'00000000-0000-0000-0000-000000000022'"), ("service_id", Service), ("starts_at", "'2026-01-01 05:00Z'"), ("ends_at", "'2026-01-01 06:00Z'"), ("reason", "'upgrade'"),
            ("retroactive", "false"), ("created_by", "'ann'"), ("created_at", "'2026-01-01Z'"),
        ],
        ["sli_excluded_counts"] =
        [
            ("service_id", Service), ("hour", "'2026-01-01 05:00Z'"), ("good", "9"), ("total", "10"),
            ("latency_layout_id", Layout), ("latency_counts", "'{5,5,10}'"), ("basis", "repeat('0', 32)"),
        ],
        ["slo_violations"] =
        [
            ("service_id", Service), ("slo_id", Slo), ("objective", "'availability'"), ("severity", "'critical'"), ("started_at", "'2026-01-01 05:00Z'"),
            ("worst_burn_rate", "14.5"), ("worst_remaining", "-0.5"),
        ],
        ["sli_gap_checks"] = [("hour", "'2026-01-01 05:00Z'"), ("service_id", Service)],
        ["sli_aggregates"] =
        [
            ("service_id", Service), ("sli_type", "'availability'"), ("\"window\"", "'1h'"), ("value", "0.999"),
            ("sample_count", "10"), ("computed_at", "'2026-01-01Z'"),
        ],
        ["drift_baselines"] =
        [
            ("service_id", Service), ("signal", "'latency'"), ("version", "1"), ("hour_medians", "array_fill(0.1, ARRAY[24])"), ("scale", "0.05"), ("points", "2016"),
            ("learnt_from", "'2026-01-01Z'"), ("learnt_to", "'2026-01-08Z'"),
        ],
        ["drift_states"] =
        [
            ("service_id", Service), ("signal", "'latency'"), ("state", "'stable'"), ("since", "'2026-01-01Z'"), ("findings", "'{}'"), ("evaluated_at", "'2026-01-01Z'"),
        ],
        ["drift_progress"] = [("service_id", Service)],
        ["reevaluation_queue"] = [("service_id", Service), ("queued_at", "'2026-01-01Z'"), ("next_attempt_at", "'2026-01-01Z'")],
        ["auto_approval_rules"] = [("name", "'low risk'"), ("conditions", "'{}'"), ("created_by", "'ann'")],
        ["api_keys"] =
        [
            ("name", "'backstage'"), ("prefix", "'slo_abc'"), ("hash", Hash), ("role", "'viewer'"), ("created_by", "'ann'"),
            ("created_at", "'2026-01-01Z'"),
        ],
        ["graph_event_dead_letters"] =
        [
            ("delivery_key", "'event'"), ("reason", "'no-cloud-event'"), ("errors", "'[]'"), ("event_id", "'1'"), ("event_source", "'mesh'"),
            ("event_type", "'t'"), ("subject", "'s'"), ("payload", "'{}'"), ("payload_bytes", "2"),
        ],
        ["graph_submissions"] =
        [
            ("id", "'00000000-0000-0000-0000-000000000025'"), ("discovery_source", "'manual'"), ("observed_at", "'2026-01-01Z'"), ("received_at", "'2026-01-01Z'"), ("nodes", "1"),
            ("edges", "0"), ("content", "'\\x00'"), ("credential", "'user_token'"), ("client_id", "'user:ann'"), ("submitted_by", "'ann'"), ("role", "'viewer'"),
            ("teams", "'{a}'"),
        ],
        ["graph_event_failures"] =
            [("delivery_key", "'event'"), ("attempts", "1"), ("first_failed_at", "'2026-01-01Z'"), ("last_failed_at", "'2026-01-02Z'")],
        ["cache_version"] = [("only_row", "true")],
        ["aggregation_progress"] = [("only_row", "true")],
    };

    /// <summary>The tables that take a further row.</summary>
    public static IEnumerable<string> Tables => Rows.Keys.Except(["cache_version", "aggregation_progress"]);

    /// <summary>Inserts the table's row, with other values for the columns named.</summary>
    public static string Insert(string table, params (string Column, string Value)[] variant)
    {
        var row = Rows[table].ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal);
        foreach (var (column, value) in variant)
            row[column] = value;
        return $"INSERT INTO slo.{table} ({string.Join(", ", row.Keys)}) VALUES ({string.Join(", ", row.Values)})";
    }
}
