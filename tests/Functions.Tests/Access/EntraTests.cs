using System.Text.Json.Nodes;
using SloFunctions.Application.Access;

namespace Functions.Tests.Access;

public sealed class EntraTests(IssuerFixture fixture) : IClassFixture<IssuerFixture>
{
    private const string Client = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData(Client)]
    [InlineData("api://" + Client)]
    [InlineData("https://slo.example.com")]
    public async Task A_token_may_be_for_the_app_by_any_of_its_names(string audience)
    {
        using var app = App();

        var caller = await app.AskAsync(Token(c => c["aud"] = audience));

        caller.ShouldNotBeNull().Role.ShouldBe(Role.SreAdmin);
        caller.Teams.ShouldBe(["a-group"]);
    }

    [Fact]
    public async Task A_token_with_neither_scope_nor_role_is_refused()
    {
        using var app = App();

        (await app.AskAsync(Token(c => c.Remove("roles")))).ShouldBeNull();
        (await app.AskAsync(Token(c => Put(c, "scp", "user_impersonation").Remove("roles")))).ShouldNotBeNull().Role.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_for_another_app_or_of_another_tenant_is_refused()
    {
        using var app = App();

        (await app.AskAsync(Token(c => c["aud"] = "slo-functions"))).ShouldBeNull();
        (await app.AskAsync(Token(c => c["iss"] = "https://login.microsoftonline.com/another/v2.0"))).ShouldBeNull();
    }

    [Fact]
    public async Task Readiness_looks_at_the_tenant()
    {
        using var app = App();

        (await app.ProbeAsync()).ShouldNotBeNull().Status.ShouldBe("up");
    }

    private TokenApp App() => new(
        clock: null,
        ("Identity:Provider", "entra"), ("AzureAd:Instance", fixture.Issuer.Issuer + "/"), ("AzureAd:TenantId", "contoso.example"),
        ("AzureAd:ClientId", Client), ("AzureAd:Audience", "https://slo.example.com"));

    private string Token(Action<JsonObject> change)
    {
        var claims = fixture.Issuer.Claims();
        claims["aud"] = Client;
        claims["groups"] = new JsonArray("a-group");
        change(claims);
        return fixture.Issuer.Sign(fixture.Issuer.Header(), claims);
    }

    private static JsonObject Put(JsonObject claims, string name, string value)
    {
        claims[name] = value;
        return claims;
    }
}
