using SloFunctions.Application.Access;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;

namespace SloFunctions.Application.Tests.ErrorBudgets;

public sealed class ManageErrorBudgetPolicyTests
{
    private readonly KnownBudgets known = new();

    [Fact]
    public async Task The_handbooks_policy_holds_until_a_team_sets_its_own()
    {
        (await Policies.ReadAsync("shop", Member, CancellationToken.None)).Value!.Document.IsDefault.ShouldBeTrue();

        (await PutAsync(new(0.6, 0.3, 0.05), Member)).Value!.Thresholds.ShouldBe(new PolicyThresholds(0.6, 0.3, 0.05));

        (await Policies.ReadAsync("shop", Member, CancellationToken.None)).Value!.Document.IsDefault.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0.2, 0.3, 0.1, "freeze")]
    [InlineData(0.3, 0.3, 0.1, "freeze")]
    [InlineData(0.5, 0.3, 0.3, "incident")]
    [InlineData(0.5, 0.3, 0.4, "incident")]
    [InlineData(0.5, 0.3, 1e-9, "incident")]
    [InlineData(0.99999999, 0.3, 0.1, "caution")]
    public async Task Thresholds_out_of_order_name_the_field(double caution, double freeze, double incident, string field)
    {
        var error = (await PutAsync(new(caution, freeze, incident), Member)).Error!;

        (error.Kind, error.Code, error.Fields.Single().Field).ShouldBe((ErrorKind.Unprocessable, "thresholds-out-of-order", field));
        known.Policies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, 0.3, 0.1, "caution")]
    [InlineData(0.5, 0.0, 0.1, "freeze")]
    [InlineData(0.5, 0.3, 1.0, "incident")]
    [InlineData(0.5, 0.3, -1.0, "incident")]
    public async Task What_is_no_share_names_the_field(double? caution, double? freeze, double? incident, string field) =>
        (await PutAsync(new(caution, freeze, incident), Member)).Error!.Fields.Single().Field.ShouldBe(field);

    [Fact]
    public async Task Only_members_and_administrators_see_and_change_it()
    {
        (await PutAsync(new(0.6, 0.3, 0.05), Stranger)).Error!.Code.ShouldBe("not-your-team");
        (await Policies.ReadAsync("shop", Stranger, CancellationToken.None)).Error!.Code.ShouldBe("not-your-team");
        (await PutAsync(new(0.6, 0.3, 0.05), new Caller(CredentialKind.UserToken, "user:root", "root", Role.SreAdmin, [], new Dictionary<string, int>()))).Error.ShouldBeNull();
        (await PutAsync(null, Member)).Error!.Fields.Single().Field.ShouldBe("body");
    }

    private static Caller Member => Of("shop");

    private static Caller Stranger => Of("post");

    private ManageErrorBudgetPolicy Policies => new(known, new FakeClock(KnownBudgets.Through));

    private static Caller Of(string team) => new(CredentialKind.UserToken, "user:ann", "ann", Role.ServiceOwner, [team], new Dictionary<string, int>());

    private Task<Result<TeamPolicy>> PutAsync(ErrorBudgetPolicyBody? body, Caller caller) =>
        Policies.ReplaceAsync("shop", body, Precondition.None, caller, CancellationToken.None);
}
