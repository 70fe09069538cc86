using Npgsql;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class ApplicationRoleTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Theory]
    [InlineData("ALTER TABLE slo.slo_audit_log DISABLE TRIGGER slo_audit_log_append_only")]
    [InlineData("ALTER TABLE slo.slo_audit_log DISABLE TRIGGER ALL")]
    [InlineData("DROP TRIGGER slo_audit_log_append_only ON slo.slo_audit_log")]
    [InlineData("CREATE OR REPLACE FUNCTION slo.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")]
    [InlineData("ALTER TABLE slo.slo_audit_log DISABLE TRIGGER slo_audit_log_chain")]
    [InlineData("ALTER TABLE slo.slo_audit_log ENABLE REPLICA TRIGGER slo_audit_log_chain")]
    [InlineData("DROP TRIGGER slo_audit_log_chain ON slo.slo_audit_log")]
    [InlineData("DROP TRIGGER admin_audit_log_chain ON slo.admin_audit_log")]
    [InlineData("CREATE OR REPLACE FUNCTION slo.chain_slo_audit_entry() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")]
    [InlineData("INSERT INTO slo.audit_heads VALUES (gen_random_uuid(), 1, sha256('x'))")]
    [InlineData("UPDATE slo.audit_heads SET sequence = 1")]
    [InlineData("DELETE FROM slo.audit_heads")]
    [InlineData("TRUNCATE slo.audit_heads")]
    [InlineData("DROP TABLE slo.audit_heads")]
    [InlineData("SELECT * FROM slo.audit_heads FOR UPDATE")]
    [InlineData("SELECT slo.lock_audit_head(gen_random_uuid())")]
    [InlineData("SELECT slo.audit_digest('', 'x')")]
    [InlineData("ALTER TABLE slo.slo_audit_log RENAME TO forgotten")]
    [InlineData("DROP TABLE slo.slo_audit_log")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("SET ROLE slo_owner")]
    [InlineData("ALTER TABLE slo.slo_audit_log OWNER TO slo_app")]
    [InlineData("CREATE TABLE slo.mine (x int)")]
    [InlineData("CREATE TABLE public.mine (x int)")]
    [InlineData("CREATE SCHEMA mine")]
    [InlineData("ALTER TABLE slo.services ADD COLUMN mine int")]
    [InlineData("ALTER DOMAIN slo.sli_type DROP CONSTRAINT sli_type_check")]
    [InlineData("TRUNCATE slo.recommendation_sets")]
    [InlineData("DELETE FROM slo.services")]
    [InlineData("DELETE FROM slo.api_keys")]
    [InlineData("DELETE FROM slo.sli_hourly_counts")]
    [InlineData("DELETE FROM slo.graph_event_dead_letters")]
    [InlineData("UPDATE slo.graph_event_dead_letters SET payload = ''")]
    [InlineData("DELETE FROM slo.notification_lists")]
    [InlineData("DELETE FROM slo.error_budget_policies")]
    [InlineData("UPDATE slo.notification_dead_letters SET reason = 'timeout'")]
    [InlineData("DELETE FROM slo.recommendation_run_services")]
    [InlineData("DELETE FROM slo.drift_baselines")]
    [InlineData("DELETE FROM slo.drift_states")]
    [InlineData("DELETE FROM slo.graph_snapshots")]
    [InlineData("UPDATE slo.graph_snapshots SET node_count = 0")]
    [InlineData("INSERT INTO slo.cache_version (graph) VALUES (1)")]
    [InlineData("SELECT slo.partitioned_by_month()")]
    [InlineData("REFRESH MATERIALIZED VIEW slo.dashboard_coverage")]
    [InlineData("REFRESH MATERIALIZED VIEW CONCURRENTLY slo.dashboard_objectives")]
    [InlineData("ALTER MATERIALIZED VIEW slo.dashboard_objectives RENAME TO mine")]
    [InlineData("DROP MATERIALIZED VIEW slo.dashboard_decisions")]
    [InlineData("CREATE OR REPLACE VIEW slo.promised_objectives AS SELECT 1 AS x")]
    [InlineData("UPDATE slo.dashboard_refresh SET refreshed_at = NULL")]
    [InlineData("INSERT INTO slo_migrations.applied (version, name, checksum) VALUES (99, 'x', 'x')")]
    [InlineData("DELETE FROM slo_migrations.applied")]
    public async Task The_application_is_refused(string statement)
    {
        await using var connection = await database.OpenAsync("slo_app");

        var refusal = await connection.ShouldRefuseAsync(statement);

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_application_has_these_privileges_and_no_others()
    {
        await using var connection = await database.OpenAsync("superuser");

        var granted = await connection.LinesAsync("""
            SELECT format('%s %s', c.relname, string_agg(lower(a.privilege_type), ',' ORDER BY a.privilege_type))
            FROM pg_class c, aclexplode(c.relacl) a
            WHERE c.relnamespace = 'slo'::regnamespace AND a.grantee IN (0, 'slo_app'::regrole)
            GROUP BY c.relname ORDER BY c.relname
            """);

        granted.ShouldBe([
            "active_slos insert,select,update",
            "admin_audit_log insert,select",
            "aggregation_progress select,update",
            "api_keys insert,select,update",
            "audit_heads select",
            "auto_approval_rules delete,insert,select,update",
            "cache_version select,update",
            "circular_dependency_alerts insert,select,update",
            "current_graph insert,select,update",
            "dashboard_coverage select",
            "dashboard_decisions select",
            "dashboard_objectives select",
            "dashboard_refresh select",
            "drift_baselines insert,select,update",
            "drift_progress insert,select,update",
            "drift_states insert,select,update",
            "error_budget_policies insert,select,update",
            "fleet_evidence delete,insert,select",
            "fleet_priors delete,insert,select",
            "graph_event_dead_letters insert,select",
            "graph_event_failures delete,insert,select,update",
            "graph_ingestions delete,insert,select",
            "graph_snapshots insert,select",
            "graph_submissions delete,insert,select,update",
            "idempotent_answers delete,insert,select,update",
            "latency_bucket_layouts insert,select",
            "maintenance_windows delete,insert,select,update",
            "notification_dead_letters delete,insert,select",
            "notification_deliveries delete,insert,select,update",
            "notification_lists insert,select,update",
            "notification_targets delete,insert,select,update",
            "promised_objectives select",
            "recommendation_run_services insert,select,update",
            "recommendation_runs delete,insert,select,update",
            "recommendation_sets delete,insert,select,update",
            "reevaluation_queue delete,insert,select,update",
            "service_dependencies insert,select,update",
            "services insert,select,update",
            "sli_aggregates insert,select,update",
            "sli_daily_counts delete,insert,select",
            "sli_excluded_counts delete,insert,select,update",
            "sli_gap_checks delete,insert,select",
            "sli_hourly_counts insert,select,update",
            "slo_audit_log insert,select",
            "slo_recommendations insert,select,update",
            "slo_violations insert,select,update",
        ]);
    }

    [Fact]
    public async Task The_application_owns_nothing_and_the_owner_role_owns_everything_in_the_schema()
    {
        await using var connection = await database.OpenAsync("superuser");

        (await connection.ScalarAsync<long>("""
            SELECT count(*) FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid AND d.refclassid = 'pg_authid'::regclass
            WHERE d.deptype = 'o' AND (r.rolname = 'slo_app' OR pg_has_role(r.oid, 'slo_app', 'MEMBER') AND NOT r.rolsuper)
            """)).ShouldBe(0);
        (await connection.LinesAsync("""
            SELECT DISTINCT pg_get_userbyid(owner)::text FROM (
              SELECT relowner AS owner FROM pg_class WHERE relnamespace = 'slo'::regnamespace
              UNION ALL SELECT proowner FROM pg_proc WHERE pronamespace = 'slo'::regnamespace
              UNION ALL SELECT typowner FROM pg_type WHERE typnamespace = 'slo'::regnamespace
              UNION ALL SELECT nspowner FROM pg_namespace WHERE nspname IN ('slo', 'slo_migrations')) o
            """)).ShouldBe(["slo_owner"]);
    }

    [Fact]
    public async Task Functions_that_run_as_the_owner_pin_their_search_path_and_are_not_open_to_everybody()
    {
        await using var connection = await database.OpenAsync("superuser");

        var functions = await connection.LinesAsync("""
            SELECT p.proname::text FROM pg_proc p WHERE p.pronamespace = 'slo'::regnamespace AND p.prosecdef ORDER BY 1
            """);
        var unsafeOnes = await connection.LinesAsync("""
            SELECT p.proname::text FROM pg_proc p
            WHERE p.pronamespace = 'slo'::regnamespace
              AND (NOT coalesce(p.proconfig, '{}') @> '{"search_path=pg_catalog, pg_temp"}'
                OR p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
            """);

        functions.ShouldBe([
            "chain_admin_audit_entry", "chain_slo_audit_entry", "drop_expired_partitions", "ensure_partitions", "hash_key", "purge_graph_snapshots",
            "refresh_dashboards", "rehash_key",
        ]);
        unsafeOnes.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_application_may_read_which_version_it_runs_against()
    {
        await using var connection = await database.OpenAsync("slo_app");

        (await connection.ScalarAsync<int>("SELECT max(version) FROM slo_migrations.applied")).ShouldBeGreaterThan(0);
    }
}
