using Npgsql;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class DurableSchemaTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task The_application_may_do_with_orchestrations_what_the_engine_does()
    {
        await using var connection = await database.OpenAsync("superuser");

        (await connection.LinesAsync("""
            SELECT format('%s %s', c.relname, string_agg(lower(a.privilege_type), ',' ORDER BY a.privilege_type))
            FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
            WHERE c.relnamespace = 'durable'::regnamespace AND c.relkind IN ('r', 'S') AND a.grantee IN (0, 'slo_app'::regrole)
            GROUP BY c.relname ORDER BY c.relname
            """)).ShouldBe(["activities delete,insert,select", "history delete,insert,select", "instances delete,insert,select,update", "messages delete,insert,select"]);
    }

    [Theory]
    [InlineData("'', 'n', 1, 'running', NULL", "instances_instance_id_check")]
    [InlineData("'i', '', 1, 'running', NULL", "instances_name_check")]
    [InlineData("'i', 'n', 0, 'running', NULL", "instances_execution_check")]
    [InlineData("'i', 'n', 1, 'lost', NULL", "instances_status_check")]
    [InlineData("'i', 'n', 1, 'running', repeat('a', 32769)", "instances_input_check")]
    public async Task An_instance_keeps_its_rules(string values, string constraint)
    {
        await using var connection = await database.OpenAsync("slo_app");

        var refusal = await connection.ShouldRefuseAsync(
            $"INSERT INTO durable.instances (instance_id, name, execution, status, input, created_at, updated_at) VALUES ({values}, now(), now())");

        refusal.ConstraintName.ShouldBe(constraint);
    }

    [Fact]
    public async Task Whatever_belongs_to_an_instance_goes_with_it()
    {
        await using var connection = await database.OpenAsync("slo_app");
        await connection.ExecuteAsync("""
            INSERT INTO durable.instances (instance_id, name, execution, status, created_at, updated_at) VALUES ('gone', 'n', 1, 'running', now(), now());
            INSERT INTO durable.history (instance_id, execution, sequence, kind, content) VALUES ('gone', 1, 1, 'StepStarted', '{}');
            INSERT INTO durable.messages (instance_id, visible_at, kind, content) VALUES ('gone', now(), 'EventRaised', '{}');
            INSERT INTO durable.activities (instance_id, execution, task_id, name) VALUES ('gone', 1, 0, 'n');
            """);

        await connection.ExecuteAsync("DELETE FROM durable.instances WHERE instance_id = 'gone'");

        foreach (var table in new[] { "history", "messages", "activities" })
            (await connection.ScalarAsync<long>($"SELECT count(*) FROM durable.{table} WHERE instance_id = 'gone'")).ShouldBe(0);
    }
}
