using System.Text.Json.Nodes;
using SloFunctions.Application.Access;

namespace Functions.Tests.Access;

public sealed class CallerTests(IssuerFixture fixture) : IClassFixture<IssuerFixture>
{
    [Fact]
    public async Task A_caller_is_who_the_claims_say()
    {
        var caller = await fixture.App.AskAsync(fixture.Issuer.Token("alice", ["service_owner"], ["checkout", "cart", "checkout"], "alice@example.com"));

        caller.ShouldNotBeNull();
        caller.Credential.ShouldBe(CredentialKind.UserToken);
        caller.ClientId.ShouldBe("user:alice");
        caller.Actor.ShouldBe("alice@example.com");
        caller.Role.ShouldBe(Role.ServiceOwner);
        caller.Teams.ShouldBe(["checkout", "cart"]);
        caller.RateLimits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""["viewer","sre_admin","service_owner"]""", Role.SreAdmin)]
    [InlineData("\"viewer\"", Role.Viewer)]
    [InlineData("""["app:sre_admin","SRE_ADMIN","sre_admin ","1",2,null,{"sre_admin":true}]""", null)]
    [InlineData("\"viewer sre_admin\"", null)]
    [InlineData("""{"sre_admin":true}""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public async Task The_highest_role_counts_and_names_must_be_exact(string roles, Role? expected) =>
        (await AskAsync(fixture.App, ("roles", roles))).Role.ShouldBe(expected);

    [Theory]
    [InlineData("""{"team":"cart"}""", "cart")]
    [InlineData("""{"groups":["b","a"],"team":["a","c"]}""", "b,a,c")]
    [InlineData("""{"groups":["",7,null,"a\u0000b","a\nb","ok"]}""", "7,ok")]
    [InlineData("{}", "")]
    public async Task Teams_come_from_every_claim_and_are_fit_to_be_stored(string claims, string expected) =>
        string.Join(',', (await AskAsync(fixture.App, Members(claims))).Teams).ShouldBe(expected);

    [Theory]
    [InlineData("""{"email":"a@b.c","preferred_username":"a"}""", "a@b.c")]
    [InlineData("""{"preferred_username":"a"}""", "a")]
    [InlineData("""{"email":"a\u0000"}""", "mallory")]
    [InlineData("""{"email":""}""", "mallory")]
    [InlineData("{}", "mallory")]
    public async Task The_actor_is_named_by_the_first_claim_that_can_be_stored(string claims, string expected) =>
        (await AskAsync(fixture.App, Members(claims))).Actor.ShouldBe(expected);

    [Fact]
    public async Task A_name_too_long_for_the_audit_is_not_used() =>
        (await AskAsync(fixture.App, ("email", $"\"{new string('a', 256)}\""))).Actor.ShouldBe("mallory");

    [Theory]
    [InlineData("azp")]
    [InlineData("client_id")]
    [InlineData("appid")]
    public async Task A_program_without_a_subject_goes_by_its_client(string claim)
    {
        var claims = fixture.Issuer.Claims();
        claims.Remove("sub");
        claims[claim] = "pipeline";

        (await fixture.App.AskAsync(fixture.Issuer.Sign(fixture.Issuer.Header(), claims))).ShouldNotBeNull().ClientId.ShouldBe("user:pipeline");
    }

    [Fact]
    public async Task Claims_may_lie_within_others_or_have_dots_in_their_names()
    {
        using var app = TokenApp.For(
            fixture.Issuer, clock: null, ("Identity:RolesClaim", "realm_access.roles"), ("Identity:TeamsClaims", "https://example.com/team,a.b"));

        var nested = await AskAsync(
            app, ("realm_access", """{"roles":["viewer"]}"""), ("https://example.com/team", "\"cart\""), ("a", """{"b":"search"}"""), ("roles", "[\"sre_admin\"]"));
        nested.Role.ShouldBe(Role.Viewer);
        nested.Teams.ShouldBe(["cart", "search"]);

        foreach (string odd in (string[])["\"roles\"", "[]", "7", """{"roles":{"viewer":1}}""", """{"role":["viewer"]}"""])
            (await AskAsync(app, ("realm_access", odd))).Role.ShouldBeNull(odd);
    }

    private static (string Name, string Json)[] Members(string claims) =>
        [.. JsonNode.Parse(claims)!.AsObject().Select(m => (m.Key, m.Value?.ToJsonString() ?? "null"))];

    private async Task<Caller> AskAsync(TokenApp app, params (string Name, string Json)[] claims)
    {
        var all = fixture.Issuer.Claims();
        foreach (var (name, json) in claims) all[name] = JsonNode.Parse(json);
        return (await app.AskAsync(fixture.Issuer.Sign(fixture.Issuer.Header(), all))).ShouldNotBeNull();
    }
}
