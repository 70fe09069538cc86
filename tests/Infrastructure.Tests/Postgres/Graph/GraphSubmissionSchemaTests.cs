using Npgsql;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class GraphSubmissionSchemaTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Theory]
    [InlineData("graph_submissions", "discovery_source", "'hearsay'")]
    [InlineData("graph_submissions", "nodes", "-1")]
    [InlineData("graph_submissions", "edges", "-1")]
    [InlineData("graph_submissions", "credential", "'password'")]
    [InlineData("graph_submissions", "role", "'owner'")]
    [InlineData("graph_submissions", "submitted_by", "''")]
    [InlineData("graph_submissions", "client_id", "''")]
    [InlineData("graph_submissions", "state", "'completed'")]
    [InlineData("graph_submissions", "state", "'failed'")]
    [InlineData("graph_submissions", "failed_at", "now()")]
    [InlineData("graph_submissions", "failure_reason", "'Bad Luck'")]
    [InlineData("graph_submissions", "attempts", "-1")]
    [InlineData("graph_event_failures", "delivery_key", "''")]
    [InlineData("graph_event_failures", "attempts", "0")]
    [InlineData("graph_event_failures", "last_failed_at", "'2025-01-01Z'")]
    public async Task A_row_that_breaks_a_rule_is_refused(string table, string column, string value)
    {
        await using var connection = await database.SeededAsync();

        var refusal = await connection.ShouldRefuseAsync(ValidRows.Insert(table, (column, value)));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.CheckViolation, refusal.MessageText);
    }
}
