using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.AutoApproval;

namespace SloFunctions.Infrastructure.Tests.Postgres.AutoApproval;

[Collection(PostgresTests.Name)]
public sealed class RuleStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly RuleChange ByAnn = new("ann", Noon, Precondition.None);

    private readonly PostgresRuleStore store = new(new PostgresDatabase(database.Application));

    public async Task InitializeAsync()
    {
        await using var owner = await Sql.OpenAsync(database.SuperuserConnectionString);
        await owner.ExecuteAsync("DELETE FROM slo.auto_approval_rules");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Enabled_rules_come_oldest_first_whatever_their_names()
    {
        var second = Guid.NewGuid();
        await store.CreateAsync(second, Draft("a"), ByAnn with { Now = Noon.AddHours(1) }, CancellationToken.None);
        var first = Guid.NewGuid();
        await store.CreateAsync(first, Draft("b"), ByAnn, CancellationToken.None);
        await store.CreateAsync(Guid.NewGuid(), Draft("c") with { IsEnabled = false }, ByAnn, CancellationToken.None);

        (await store.ReadEnabledAsync(CancellationToken.None)).Select(r => r.RuleId).ShouldBe([first, second]);
        var page = await store.ListAsync(new RulePosition(Noon, first), 2, CancellationToken.None);
        page.Select(r => r.RuleId).ShouldContain(second);
        page.Select(r => r.RuleId).ShouldNotContain(first);
    }

    [Fact]
    public async Task A_change_that_is_held_against_an_older_version_is_refused()
    {
        var created = Value(await store.CreateAsync(Guid.NewGuid(), Draft("a"), ByAnn, CancellationToken.None));
        var seen = ByAnn with { Demand = new Precondition([RuleTag.Of(created)], MustBeNew: false) };

        var replaced = Value(await store.ReplaceAsync(created.RuleId, Draft("a") with { IsEnabled = false }, seen, CancellationToken.None));

        (replaced.Version, replaced.Enabled, replaced.UpdatedBy, replaced.CreatedAt).ShouldBe((2, false, "ann", Noon));
        (await store.ReplaceAsync(created.RuleId, Draft("a"), seen, CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.PreconditionFailed);
        (await store.DeleteAsync(created.RuleId, seen, CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.PreconditionFailed);
        (await store.FindAsync(created.RuleId, CancellationToken.None))!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_who_want_the_same_name_one_gets_it()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.CreateAsync(Guid.NewGuid(), Draft("wanted"), ByAnn, CancellationToken.None)));

        made.Count(r => r.Value is not null).ShouldBe(1);
        made.Where(r => r.Error is not null).ShouldAllBe(r => r.Error!.Code == "auto-approval-rule-name-taken");
    }

    [Fact]
    public async Task There_are_only_so_many_rules()
    {
        await using var owner = await Sql.OpenAsync(database.SuperuserConnectionString);
        await owner.ExecuteAsync($$"""INSERT INTO slo.auto_approval_rules (name, conditions, created_by) SELECT n::text, '{}', 'ann' FROM generate_series(1, {{RuleLimits.Rules}}) n""");

        (await store.CreateAsync(Guid.NewGuid(), Draft("one more"), ByAnn, CancellationToken.None)).Error!.Code.ShouldBe("too-many-auto-approval-rules");
    }

    [Fact]
    public async Task What_is_gone_is_not_found()
    {
        var created = Value(await store.CreateAsync(Guid.NewGuid(), Draft("a"), ByAnn, CancellationToken.None));
        Value(await store.DeleteAsync(created.RuleId, ByAnn, CancellationToken.None)).ShouldNotBeNull();

        (await store.DeleteAsync(created.RuleId, ByAnn, CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await store.ReplaceAsync(created.RuleId, Draft("a"), ByAnn, CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    private static RuleDraft Draft(string name) => new(name, IsEnabled: true, new RuleConditions { Teams = ["payments"] });

    private static RuleSummary Value(Result<RuleSummary> result) => result.Value ?? throw new InvalidOperationException(result.Error!.Detail);
}
