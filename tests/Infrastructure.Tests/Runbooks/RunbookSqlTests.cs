using SloFunctions.Infrastructure.Tests.Postgres;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Infrastructure.Tests.Runbooks;

[Collection(PostgresTests.Name)]
public sealed class RunbookSqlTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task Every_statement_of_a_runbook_can_be_planned_by_the_owner()
    {
        await using var connection = await database.OpenAsync("slo_owner");
        var statements = MarkdownPage.Operations.SelectMany(page => RunbookSql.Of(page).Select(sql => (page.Name, sql))).ToArray();
        var mistakes = new List<string>();

        foreach (var (page, sql) in statements)
        {
            if (await RunbookSql.MistakeAsync(connection, sql) is { } mistake) mistakes.Add($"{page}: {mistake}");
        }

        mistakes.ShouldBeEmpty();
        statements.Length.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("SELECT count(*) FROM slo.service", "relation \"slo.service\" does not exist")]
    [InlineData("SELECT state FROM slo.recommendation_run", "relation \"slo.recommendation_run\" does not exist")]
    [InlineData("SELECT finished_at FROM slo.recommendation_runs", "column \"finished_at\" does not exist")]
    [InlineData("DELETE FROM slo.drift_baselines WHERE service = 'SERVICE'", "column \"service\" does not exist")]
    [InlineData("SELECT slo.drop_partitions(now())", "function slo.drop_partitions(timestamp with time zone) does not exist")]
    [InlineData("SELECT FROM WHERE", "syntax error at or near \"WHERE\"")]
    [InlineData("ANALYZE slo.sli_hours", "relation \"slo.sli_hours\" does not exist")]
    public async Task A_wrong_statement_is_reported_with_what_is_wrong(string sql, string expected)
    {
        await using var connection = await database.OpenAsync("slo_owner");

        (await RunbookSql.MistakeAsync(connection, sql)).ShouldBe($"{expected} in: {sql}");
    }

    [Fact]
    public async Task Planning_changes_nothing()
    {
        await using var connection = await database.OpenAsync("slo_owner");
        await connection.ExecuteAsync(ValidRows.Insert("services"));

        (await RunbookSql.MistakeAsync(connection, "DELETE FROM slo.services")).ShouldBeNull();

        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.services")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Statements_are_found_in_blocks_in_lines_and_in_commands()
    {
        var page = new MarkdownPage(
            "docs/runbooks/page.md", "1. Look:\n   ```sql\n   SELECT 1\n   FROM a;\n   SELECT 2;\n   ```\n   or `SELECT 3;`\n   ```bash\n   psql \"$DATABASE\" -c 'SELECT 4'\n   ```\n");

        RunbookSql.Of(page).ShouldBe(["SELECT 1\nFROM a", "SELECT 2", "SELECT 3", "SELECT 4"]);
    }
}
