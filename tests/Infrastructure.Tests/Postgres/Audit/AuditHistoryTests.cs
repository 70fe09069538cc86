using SloFunctions.Application.Audit;
using SloFunctions.Application.Audit.Documents;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Tests.Postgres.Audit;

[Collection(PostgresTests.Name)]
public sealed class AuditHistoryTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly AuditAction[] Actions = [AuditAction.Accept, AuditAction.Modify, AuditAction.Reject];

    // A new service each time; three entries a minute, by two actors.
    private readonly string service = $"history-{Guid.NewGuid():N}";

    public Task InitializeAsync() => database.AppendAsync(
        [.. Enumerable.Range(0, 30).Select(i => ChainedLogs.Entry(service, $"{i}", i / 3) with { Action = Actions[i % 3], Actor = i % 2 == 0 ? "ann" : "bob" })]);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("ann", null, null, null)]
    [InlineData("nobody", null, null, null)]
    [InlineData(null, "reject", null, null)]
    [InlineData(null, "accept,reject", null, null)]
    [InlineData("bob", "accept,modify", null, null)]
    [InlineData(null, null, "2026-03-01T12:02:00Z", "2026-03-01T12:05:00Z")]
    [InlineData("ann", "modify", "2026-03-01T12:02:00Z", null)]
    [InlineData(null, "expire", null, null)]
    public async Task Pages_hold_every_entry_that_matches_once_the_newest_first(string? actor, string? action, string? from, string? to)
    {
        foreach (int limit in (int[])[1, 7, 200])
        {
            var read = new List<HistoryEntryDocument>();
            string? cursor = null;
            do
            {
                var query = HistoryQuery.Parse(service, actor, action, from, to, cursor, $"{limit}").Value!;
                var page = (await UseCase().HandleAsync(query, CancellationToken.None)).Value!;
                page.Entries.Count.ShouldBeLessThanOrEqualTo(limit);
                read.AddRange(page.Entries);
                cursor = page.NextCursor;
            }
            while (cursor is not null);

            read.Select(e => e.Sequence).ShouldBe(Expected(actor, action, from, to));
        }
    }

    [Fact]
    public async Task An_entry_is_published_as_it_was_written()
    {
        var entry = (await UseCase().HandleAsync(HistoryQuery.Parse(service, null, null, null, null, null, "1").Value!, CancellationToken.None)).Value!.Entries[0];

        (entry.Sequence, entry.Action, entry.Actor, entry.Rationale, entry.SelectedTier).ShouldBe((30, "reject", "bob", "29", "balanced"));
        (entry.PreviousSlo?.GetRawText(), entry.NewSlo?.GetRawText(), entry.ModificationDelta?.GetRawText(), entry.Details?.GetRawText())
            .ShouldBe(("""{"a": 1}""", """{"b": 2}""", """{"c": 3}""", """{"d": 4}"""));
        entry.Timestamp.ShouldBe(ChainedLogs.Start.AddMinutes(9));
        await using var connection = await database.OpenAsync("slo_app");
        entry.Hash.ShouldBe(await connection.ScalarAsync<string>($"SELECT encode(hash, 'hex') FROM slo.slo_audit_log WHERE id = '{entry.AuditId}'"));
    }

    [Fact]
    public async Task A_service_without_history_has_an_empty_page_and_an_unknown_one_none()
    {
        await using (var connection = await database.OpenAsync("slo_app")) await connection.RegisterAsync("quiet");

        (await UseCase().HandleAsync(HistoryQuery.Parse("quiet", null, null, null, null, null, null).Value!, CancellationToken.None)).Value!.Entries.ShouldBeEmpty();
        (await UseCase().HandleAsync(HistoryQuery.Parse("unknown", null, null, null, null, null, null).Value!, CancellationToken.None)).TryGet(out _, out _).ShouldBeFalse();
    }

    private static long[] Expected(string? actor, string? action, string? from, string? to) =>
    [
        .. Enumerable.Range(0, 30).Reverse()
            .Where(i => actor is null || actor == (i % 2 == 0 ? "ann" : "bob"))
            .Where(i => action is null || action.Split(',').Contains(new[] { "accept", "modify", "reject" }[i % 3]))
            .Where(i => from is null || ChainedLogs.Start.AddMinutes(i / 3) >= DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture))
            .Where(i => to is null || ChainedLogs.Start.AddMinutes(i / 3) < DateTimeOffset.Parse(to, System.Globalization.CultureInfo.InvariantCulture))
            .Select(i => i + 1L),
    ];

    private GetSloHistory UseCase() => new(new PostgresAuditHistory(new PostgresDatabase(database.Application)));
}
