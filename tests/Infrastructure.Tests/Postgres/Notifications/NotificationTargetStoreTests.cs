using SloFunctions.Application.Notifications;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Notifications;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Notifications;

namespace SloFunctions.Infrastructure.Tests.Postgres.Notifications;

[Collection(PostgresTests.Name)]
public sealed class NotificationTargetStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const string Url = "https://hooks.example.com/services/T000/B000/abcdefghij";
    private const string Secret = "sixteen-letters-";

    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly string key = Keys.New();
    private readonly string team = $"team {Guid.NewGuid():N}";

    [Fact]
    public async Task A_list_is_replaced_shown_without_secrets_and_audited()
    {
        var empty = await Store().ReadAsync(team, CancellationToken.None);
        var first = await PutAsync(Target("b") with { Secret = Secret }, Target("a"));
        var second = await PutAsync(Target("c"));

        (empty.Tag, empty.Document.Targets.Count).ShouldBe(("\"0\"", 0));
        first.Document.Targets.Select(t => (t.Name, t.HasSecret)).ShouldBe([("b", true), ("a", false)]);
        first.Document.Targets[0].ShouldBe(
            new NotificationTargetDocument("b", "https://hooks.example.com/…ghij", "slack", ["accept", "manual"], true, Noon) with { Events = first.Document.Targets[0].Events });
        first.Document.Targets[0].Events.ShouldBe(["accept", "manual"]);
        second.Document.Targets.ShouldHaveSingleItem().Name.ShouldBe("c");
        (await Store().ReadAsync(team, CancellationToken.None)).Tag.ShouldBe(second.Tag);
        await using var connection = await database.OpenAsync("superuser");
        string audited = string.Join('\n', await connection.LinesAsync($"SELECT concat_ws(' ', action, actor, previous, current) FROM slo.admin_audit_log WHERE subject_id = '{team}' ORDER BY \"timestamp\""));
        audited.ShouldContain("notification_targets_replaced ann");
        audited.ShouldContain("\"has_secret\": true");
        audited.ShouldNotContain(Secret);
        audited.ShouldNotContain("abcdefghij");
    }

    [Fact]
    public async Task What_is_stored_holds_neither_the_secret_nor_the_address()
    {
        await PutAsync(Target("a") with { Secret = Secret });

        await using var connection = await database.OpenAsync("superuser");
        string stored = string.Join('\n', await connection.LinesAsync($"SELECT concat_ws(' ', encode(url, 'escape'), encode(secret, 'escape'), shown_url) FROM slo.notification_targets WHERE team = '{team}'"));
        stored.ShouldNotContain(Secret);
        stored.ShouldNotContain("abcdefghij");
    }

    [Theory]
    [InlineData("a", Url, true)]
    [InlineData("a", Url + "k", false)]
    [InlineData("b", Url, false)]
    public async Task A_secret_is_kept_under_the_same_name_and_address_alone(string name, string url, bool isKept)
    {
        await PutAsync(Target("a") with { Secret = Secret });

        var put = await PutAsync(Target(name) with { Url = url });

        put.Document.Targets.ShouldHaveSingleItem().HasSecret.ShouldBe(isKept);
    }

    [Fact]
    public async Task A_list_that_somebody_else_has_changed_is_not_replaced()
    {
        var first = await PutAsync(Target("a"));
        await PutAsync(Target("b"));

        var refused = await Store().ReplaceAsync(team, [Target("c")], new Precondition([first.Tag], MustBeNew: false), "ann", Noon, CancellationToken.None);

        refused.Error!.Code.ShouldBe("precondition-failed");
        (await Store().ReadAsync(team, CancellationToken.None)).Document.Targets.ShouldHaveSingleItem().Name.ShouldBe("b");
    }

    [Fact]
    public async Task Of_changes_at_once_that_are_held_against_the_same_list_one_wins()
    {
        var first = await PutAsync(Target("a"));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Store().ReplaceAsync(team, [Target($"n{i}")], new Precondition([first.Tag], MustBeNew: false), "ann", Noon, CancellationToken.None)));

        results.Count(r => r.Error is null).ShouldBe(1);
    }

    private static NotificationTarget Target(string name) => new(name, Url, NotificationFormat.Slack, [AuditAction.Accept, AuditAction.Manual], null);

    private PostgresNotificationTargets Store() => new(new PostgresDatabase(database.Application), Keys.Vault(key), new RandomIdSource(TimeProvider.System));

    private async Task<NotificationTargetList> PutAsync(params NotificationTarget[] targets) =>
        (await Store().ReplaceAsync(team, targets, Precondition.None, "ann", Noon, CancellationToken.None)).Value!;
}
