using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.ErrorBudgets;

namespace SloFunctions.Infrastructure.Tests.Postgres.ErrorBudgets;

[Collection(PostgresTests.Name)]
public sealed class BudgetPoliciesTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly DateTimeOffset Now = new(2026, 5, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly PolicyThresholds Strict = new(0.7, 0.4, 0.123456);

    private readonly PostgresDatabase postgres = new(database.Application);

    private PostgresBudgetPolicies Policies => new(postgres);

    [Fact]
    public async Task A_policy_is_kept_with_its_version_and_each_change_is_noted()
    {
        (await Policies.ReadAsync("shop", CancellationToken.None)).ShouldBe(TeamPolicy.Default("shop"));

        (await PutAsync("shop", Strict)).Value.ShouldBe(new TeamPolicy("shop", Strict, 1, Now));
        (await PutAsync("shop", PolicyThresholds.Handbook, "\"1\"")).Value!.Tag.ShouldBe("\"2\"");

        (await Policies.ReadAsync("shop", CancellationToken.None)).ShouldBe(new TeamPolicy("shop", PolicyThresholds.Handbook, 2, Now));
        (await Policies.ReadAllAsync(CancellationToken.None))["shop"].ShouldBe(PolicyThresholds.Handbook);
        await using var connection = await database.OpenAsync("superuser");
        (await connection.LinesAsync("""
            SELECT concat_ws(' ', actor, action, previous ->> 'caution', current ->> 'caution') FROM slo.admin_audit_log WHERE subject_id = 'shop' ORDER BY sequence
            """)).ShouldBe(["ann error_budget_policy_replaced 0.5 0.7", "ann error_budget_policy_replaced 0.7 0.5"]);
    }

    [Fact]
    public async Task A_change_held_against_another_version_changes_nothing()
    {
        (await PutAsync("post", Strict, "\"1\"")).Error!.Kind.ShouldBe(ErrorKind.PreconditionFailed);

        (await Policies.ReadAsync("post", CancellationToken.None)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Of_changes_at_the_same_time_held_against_the_same_version_one_takes_effect()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync("busy", Strict, "\"0\"")));

        results.Count(r => r.Error is null).ShouldBe(1);
        (await Policies.ReadAsync("busy", CancellationToken.None)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Registered_services_are_told_from_others()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("INSERT INTO slo.services (service_id) VALUES ('cart')");

        (await new PostgresRegisteredServices(postgres).FindAsync([ServiceId.Of("cart"), ServiceId.Of("nobody")], CancellationToken.None))
            .ShouldBe([ServiceId.Of("cart")]);
    }

    private Task<Result<TeamPolicy>> PutAsync(string team, PolicyThresholds thresholds, string? tag = null) => Policies.ReplaceAsync(
        team, thresholds, tag is null ? Precondition.None : new Precondition([tag], MustBeNew: false), "ann", Now, CancellationToken.None);
}
