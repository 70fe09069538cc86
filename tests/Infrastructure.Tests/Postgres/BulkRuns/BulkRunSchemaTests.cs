using Npgsql;

namespace SloFunctions.Infrastructure.Tests.Postgres.BulkRuns;

[Collection(PostgresTests.Name)]
public sealed class BulkRunSchemaTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Theory]
    [InlineData("recommendation_runs", "scope", "'some'")]
    [InlineData("recommendation_runs", "team", "''")]
    [InlineData("recommendation_runs", "team", "NULL")]
    [InlineData("recommendation_runs", "lookback_days", "6")]
    [InlineData("recommendation_runs", "method", "''")]
    [InlineData("recommendation_runs", "state", "'lost'")]
    [InlineData("recommendation_runs", "state", "'running'")]
    [InlineData("recommendation_runs", "ended_at", "NULL")]
    [InlineData("recommendation_runs", "total", "-1")]
    [InlineData("recommendation_runs", "requested_by", "''")]
    [InlineData("recommendation_run_services", "ordinal", "-1")]
    [InlineData("recommendation_run_services", "state", "'lost'")]
    [InlineData("recommendation_run_services", "state", "'done'")]
    [InlineData("recommendation_run_services", "recommendation_id", "gen_random_uuid()")]
    [InlineData("recommendation_run_services", "attempts", "-1")]
    [InlineData("recommendation_run_services", "error_code", "'Too long'")]
    [InlineData("recommendation_run_services", "error_message", "NULL")]
    public async Task A_row_that_breaks_a_rule_is_refused(string table, string column, string value)
    {
        await using var connection = await database.SeededAsync();

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert(table, (column, value)));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.CheckViolation, refusal.MessageText);
    }

    [Theory]
    [InlineData("run_id")]
    [InlineData("service_id")]
    public async Task A_reference_to_nothing_is_refused(string column)
    {
        await using var connection = await database.SeededAsync();

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert("recommendation_run_services", (column, "'00000000-0000-0000-0000-000000000001'")));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }

    [Fact]
    public async Task One_bulk_run_is_active_at_a_time()
    {
        await using var connection = await database.SeededAsync();

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert("recommendation_runs", ("state", "'cancelling'"), ("ended_at", "NULL")));

        refusal.ConstraintName.ShouldBe("recommendation_runs_one_active");
    }

    [Fact]
    public async Task A_service_is_part_of_a_run_once()
    {
        await using var connection = await database.SeededAsync();
        await connection.ExecuteAsync(ValidRows.Insert("recommendation_run_services"));

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert("recommendation_run_services", ("ordinal", "1")));

        refusal.ConstraintName.ShouldBe("recommendation_run_services_once");
    }
}
