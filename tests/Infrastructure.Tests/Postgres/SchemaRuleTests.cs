using Npgsql;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class SchemaRuleTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    public static TheoryData<string> Tables => [.. ValidRows.Tables];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_application_may_insert_a_valid_row_and_not_the_same_key_twice(string table)
    {
        await using var connection = await database.SeededAsync();

        await connection.ExecuteAsync(ValidRows.Insert(table));

        var repeatable = table is "slo_audit_log" or "admin_audit_log";
        if (repeatable)
            await connection.ExecuteAsync(ValidRows.Insert(table));
        else
            (await connection.ShouldRefuseAsync(ValidRows.Insert(table))).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
    }

    [Theory]
    [InlineData("services", "service_id", "''")]
    [InlineData("services", "metadata", "'[]'")]
    [InlineData("services", "criticality", "'huge'")]
    [InlineData("services", "service_type", "'foreign'")]
    [InlineData("services", "tier", "-1")]
    [InlineData("services", "published_sla", "0")]
    [InlineData("services", "published_sla", "100.000001")]
    [InlineData("services", "published_sla", "'NaN'")]
    [InlineData("service_dependencies", "target_service_id", "(SELECT id FROM slo.services WHERE service_id = 'checkout')")]
    [InlineData("service_dependencies", "timeout_ms", "-1")]
    [InlineData("service_dependencies", "confidence_score", "1.01")]
    [InlineData("service_dependencies", "confidence_score", "-0.01")]
    [InlineData("service_dependencies", "confidence_score", "'NaN'")]
    [InlineData("service_dependencies", "retry_config", "'3'")]
    [InlineData("service_dependencies", "metadata", "'null'")]
    [InlineData("service_dependencies", "communication_mode", "'maybe'")]
    [InlineData("service_dependencies", "criticality", "'HARD'")]
    [InlineData("service_dependencies", "discovery_source", "'rumour'")]
    [InlineData("service_dependencies", "redundancy_group", "''")]
    [InlineData("service_dependencies", "call_count", "-1")]
    [InlineData("graph_snapshots", "content_hash", "''")]
    [InlineData("graph_snapshots", "node_count", "-1")]
    [InlineData("circular_dependency_alerts", "cycle_path", "'{}'")]
    [InlineData("circular_dependency_alerts", "cycle_path", "'[\"a\"]'")]
    [InlineData("circular_dependency_alerts", "members", "'[\"a\"]'")]
    [InlineData("graph_ingestions", "delivery_key", "''")]
    [InlineData("current_graph", "only_row", "false")]
    [InlineData("circular_dependency_alerts", "cycle_key", "repeat('a', 256)")]
    [InlineData("circular_dependency_alerts", "status", "'resolved'")]
    [InlineData("circular_dependency_alerts", "status", "'acknowledged'")]
    [InlineData("circular_dependency_alerts", "resolved_at", "now()")]
    [InlineData("recommendation_sets", "lookback_days", "6")]
    [InlineData("recommendation_sets", "lookback_days", "366")]
    [InlineData("recommendation_sets", "method", "''")]
    [InlineData("recommendation_sets", "expires_at", "'2026-01-01Z'")]
    [InlineData("recommendation_sets", "status", "'stale'")]
    [InlineData("slo_recommendations", "sli_type", "'throughput'")]
    [InlineData("slo_recommendations", "tiers", "'[]'")]
    [InlineData("slo_recommendations", "lookback_window_end", "'2025-11-30Z'")]
    [InlineData("active_slos", "availability_target", "100")]
    [InlineData("active_slos", "availability_target", "0")]
    [InlineData("active_slos", "latency_percentile", "100")]
    [InlineData("active_slos", "latency_percentile", "NULL")]
    [InlineData("active_slos", "latency_threshold_ms", "NULL")]
    [InlineData("active_slos", "latency_threshold_ms", "0")]
    [InlineData("active_slos", "source", "'guess'")]
    [InlineData("active_slos", "activated_by", "''")]
    [InlineData("slo_audit_log", "action", "'delete'")]
    [InlineData("slo_audit_log", "actor", "''")]
    [InlineData("slo_audit_log", "selected_tier", "'bold'")]
    [InlineData("slo_audit_log", "new_slo", "'1'")]
    [InlineData("admin_audit_log", "actor", "''")]
    [InlineData("notification_lists", "team", "''")]
    [InlineData("error_budget_policies", "team", "''")]
    [InlineData("error_budget_policies", "version", "0")]
    [InlineData("error_budget_policies", "caution_share", "1")]
    [InlineData("error_budget_policies", "freeze_share", "0.5")]
    [InlineData("error_budget_policies", "incident_share", "0")]
    [InlineData("notification_lists", "version", "-1")]
    [InlineData("notification_targets", "name", "''")]
    [InlineData("notification_targets", "format", "'fax'")]
    [InlineData("notification_targets", "events", "'{}'")]
    [InlineData("notification_targets", "events", "'{delete}'")]
    [InlineData("notification_targets", "url", "''")]
    [InlineData("notification_targets", "secret", "''")]
    [InlineData("notification_deliveries", "state", "'lost'")]
    [InlineData("notification_deliveries", "state", "'delivered'")]
    [InlineData("notification_deliveries", "attempts", "-1")]
    [InlineData("notification_deliveries", "last_reason", "'Some text'")]
    [InlineData("notification_dead_letters", "reason", "''")]
    [InlineData("notification_dead_letters", "attempts", "0")]
    [InlineData("notification_dead_letters", "last_status", "99")]
    [InlineData("latency_bucket_layouts", "bounds", "'{}'")]
    [InlineData("latency_bucket_layouts", "bounds", "'{0.2,0.1}'")]
    [InlineData("latency_bucket_layouts", "bounds", "'{0.1,0.1}'")]
    [InlineData("latency_bucket_layouts", "bounds", "'{0.1,Infinity}'")]
    [InlineData("latency_bucket_layouts", "bounds", "'{0.1,NaN}'")]
    [InlineData("latency_bucket_layouts", "bounds", "'{0.1,NULL}'")]
    [InlineData("latency_bucket_layouts", "bounds", "'{{0.1},{0.2}}'")]
    [InlineData("sli_hourly_counts", "hour", "'2026-01-01 05:30Z'")]
    [InlineData("sli_hourly_counts", "hour", "'2026-01-01 05:00:00.000001Z'")]
    [InlineData("sli_hourly_counts", "good", "11")]
    [InlineData("sli_hourly_counts", "good", "-1")]
    [InlineData("sli_hourly_counts", "latency_counts", "NULL")]
    [InlineData("sli_hourly_counts", "latency_layout_id", "NULL")]
    [InlineData("sli_hourly_counts", "latency_counts", "'{5,4,10}'")]
    [InlineData("sli_hourly_counts", "latency_counts", "'{-1,4,10}'")]
    [InlineData("sli_hourly_counts", "latency_counts", "'{5,NULL,10}'")]
    [InlineData("sli_hourly_counts", "throttled_seconds", "-1")]
    [InlineData("sli_hourly_counts", "throttled_seconds", "'NaN'")]
    [InlineData("sli_daily_counts", "day", "'2026-01-01 01:00Z'")]
    [InlineData("sli_daily_counts", "hours", "25")]
    [InlineData("sli_daily_counts", "hours", "0")]
    [InlineData("sli_daily_counts", "good", "11")]
    [InlineData("sli_daily_counts", "latency_counts", "NULL")]
    [InlineData("sli_daily_counts", "latency_counts", "'{5,4,10}'")]
    [InlineData("sli_daily_counts", "latency_through", "'2026-01-02Z'")]
    [InlineData("sli_gap_checks", "hour", "'2026-01-01 05:30Z'")]
    [InlineData("maintenance_windows", "ends_at", "'2026-01-01 05:00Z'")]
    [InlineData("maintenance_windows", "reason", "''")]
    [InlineData("maintenance_windows", "reason", "repeat('a', 1001)")]
    [InlineData("maintenance_windows", "created_by", "''")]
    [InlineData("sli_excluded_counts", "hour", "'2026-01-01 05:30Z'")]
    [InlineData("sli_excluded_counts", "good", "11")]
    [InlineData("sli_excluded_counts", "latency_counts", "NULL")]
    [InlineData("sli_excluded_counts", "latency_counts", "'{5,4,10}'")]
    [InlineData("sli_excluded_counts", "basis", "''")]
    [InlineData("slo_violations", "objective", "''")]
    [InlineData("slo_violations", "severity", "'mild'")]
    [InlineData("slo_violations", "ended_at", "'2026-01-01 05:00Z'")]
    [InlineData("slo_violations", "worst_burn_rate", "'NaN'")]
    [InlineData("slo_violations", "worst_remaining", "1.01")]
    [InlineData("sli_aggregates", "sli_type", "'latency_p42'")]
    [InlineData("sli_aggregates", "\"window\"", "'2h'")]
    [InlineData("sli_aggregates", "value", "1.01")]
    [InlineData("sli_aggregates", "value", "-0.01")]
    [InlineData("sli_aggregates", "value", "'NaN'")]
    [InlineData("sli_aggregates", "sample_count", "-1")]
    [InlineData("graph_event_dead_letters", "delivery_key", "''")]
    [InlineData("graph_event_dead_letters", "reason", "'No CloudEvent'")]
    [InlineData("graph_event_dead_letters", "reason", "repeat('a', 65)")]
    [InlineData("graph_event_dead_letters", "errors", "'{}'")]
    [InlineData("graph_event_dead_letters", "event_id", "''")]
    [InlineData("graph_event_dead_letters", "event_source", "repeat('ä', 513)")]
    [InlineData("graph_event_dead_letters", "event_type", "repeat('a', 1025)")]
    [InlineData("graph_event_dead_letters", "subject", "repeat('a', 1025)")]
    [InlineData("graph_event_dead_letters", "payload", "repeat('a', 65537)")]
    [InlineData("graph_event_dead_letters", "payload_bytes", "-1")]
    [InlineData("drift_baselines", "signal", "'throughput'")]
    [InlineData("drift_baselines", "version", "0")]
    [InlineData("drift_baselines", "hour_medians", "'{0.1,0.2}'")]
    [InlineData("drift_baselines", "hour_medians", "array_fill(NULL::double precision, ARRAY[24])")]
    [InlineData("drift_baselines", "scale", "0")]
    [InlineData("drift_baselines", "scale", "'NaN'")]
    [InlineData("drift_baselines", "learnt_to", "'2026-01-01Z'")]
    [InlineData("drift_baselines", "shifted_since", "'2026-01-01Z'")]
    [InlineData("drift_states", "state", "'not_evaluated'")]
    [InlineData("drift_states", "findings", "'[]'")]
    [InlineData("reevaluation_queue", "attempts", "-1")]
    [InlineData("auto_approval_rules", "conditions", "'[]'")]
    [InlineData("auto_approval_rules", "name", "''")]
    [InlineData("auto_approval_rules", "version", "0")]
    [InlineData("auto_approval_rules", "updated_by", "'ann'")]
    [InlineData("slo_recommendations", "confidence", "1.01")]
    [InlineData("slo_recommendations", "composite_bound", "'NaN'")]
    [InlineData("slo_recommendations", "data_completeness", "-0.01")]
    [InlineData("api_keys", "hash", "'a raw key'")]
    [InlineData("api_keys", "role", "'root'")]
    [InlineData("api_keys", "role", "'service_owner'")]
    [InlineData("api_keys", "rate_limits", "'[]'")]
    [InlineData("api_keys", "expires_at", "'2025-12-31Z'")]
    public async Task A_row_that_breaks_a_rule_is_refused(string table, string column, string value)
    {
        await using var connection = await database.SeededAsync();

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert(table, (column, value)));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.CheckViolation, refusal.MessageText);
    }

    [Theory]
    [InlineData("service_dependencies", "source_service_id")]
    [InlineData("recommendation_sets", "dependency_graph_snapshot_id")]
    [InlineData("recommendation_sets", "service_id")]
    [InlineData("slo_recommendations", "recommendation_id")]
    [InlineData("active_slos", "recommendation_id")]
    [InlineData("slo_audit_log", "service_id")]
    [InlineData("notification_deliveries", "target_id")]
    [InlineData("notification_deliveries", "audit_id")]
    [InlineData("notification_dead_letters", "audit_id")]
    [InlineData("sli_hourly_counts", "service_id")]
    [InlineData("sli_daily_counts", "service_id")]
    [InlineData("sli_gap_checks", "service_id")]
    [InlineData("drift_baselines", "service_id")]
    [InlineData("drift_states", "service_id")]
    [InlineData("drift_progress", "service_id")]
    [InlineData("reevaluation_queue", "service_id")]
    [InlineData("maintenance_windows", "service_id")]
    [InlineData("sli_excluded_counts", "service_id")]
    [InlineData("slo_violations", "slo_id")]
    [InlineData("sli_aggregates", "service_id")]
    public async Task A_reference_to_nothing_is_refused(string table, string column)
    {
        await using var connection = await database.SeededAsync();

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert(table, (column, "'00000000-0000-0000-0000-000000000001'")));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }

    [Theory]
    [InlineData("services", "service_id")]
    [InlineData("service_dependencies", "discovery_source")]
    [InlineData("recommendation_sets", "document")]
    [InlineData("active_slos", "activated_by")]
    [InlineData("slo_audit_log", "actor")]
    [InlineData("sli_hourly_counts", "total")]
    [InlineData("sli_aggregates", "value")]
    [InlineData("api_keys", "hash")]
    public async Task A_required_value_is_required(string table, string column)
    {
        await using var connection = await database.SeededAsync();

        (await connection.ShouldRefuseAsync(ValidRows.Insert(table, (column, "NULL")))).SqlState.ShouldBe(PostgresErrorCodes.NotNullViolation);
    }

    [Fact]
    public async Task A_service_has_one_active_set_per_lookback_and_method_and_any_number_of_closed_ones()
    {
        await using var connection = await database.SeededAsync();

        await connection.ExecuteAsync(ValidRows.Insert("recommendation_sets", ("status", "'superseded'")));
        await connection.ExecuteAsync(ValidRows.Insert("recommendation_sets", ("status", "'superseded'")));
        await connection.ExecuteAsync(ValidRows.Insert("recommendation_sets"));
        await connection.ExecuteAsync(ValidRows.Insert("recommendation_sets", ("lookback_days", "90")));
        await connection.ExecuteAsync(ValidRows.Insert("recommendation_sets", ("method", "'historical_percentile'")));

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert("recommendation_sets"));
        refusal.ConstraintName.ShouldBe("recommendation_sets_one_active");
    }

    [Fact]
    public async Task An_slo_without_any_objective_is_refused()
    {
        await using var connection = await database.SeededAsync();

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert(
            "active_slos", ("availability_target", "NULL"), ("latency_percentile", "NULL"), ("latency_threshold_ms", "NULL")));

        refusal.ConstraintName.ShouldBe("active_slos_has_an_objective");
    }

    [Fact]
    public async Task Deleting_a_set_takes_its_items_along_unless_the_audit_log_refers_to_one()
    {
        await using var connection = await database.SeededAsync();
        await connection.ExecuteAsync(ValidRows.Insert("slo_recommendations"));
        await connection.ExecuteAsync("SAVEPOINT before");
        await connection.ExecuteAsync("DELETE FROM slo.recommendation_sets");
        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.slo_recommendations")).ShouldBe(0);
        await connection.ExecuteAsync("ROLLBACK TO before");

        await connection.ExecuteAsync(ValidRows.Insert("slo_audit_log", ("recommendation_id", "(SELECT id FROM slo.slo_recommendations)")));

        (await connection.ShouldRefuseAsync("DELETE FROM slo.recommendation_sets")).SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }

    [Theory]
    [InlineData("cache_version")]
    [InlineData("aggregation_progress")]
    public async Task There_is_one_row_and_never_a_second(string table)
    {
        await using var connection = await database.OpenAsync("superuser");

        (await connection.ScalarAsync<long>($"SELECT count(*) FROM slo.{table}")).ShouldBe(1);
        (await connection.ShouldRefuseAsync(ValidRows.Insert(table))).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        (await connection.ShouldRefuseAsync(ValidRows.Insert(table, ("only_row", "false")))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }
}
