using System.Text.Json.Nodes;
using SloFunctions.Testing.Servers;

namespace StandIns.Tests.Identity;

public sealed class IdentityWebTests : IAsyncLifetime
{
    private TokenIssuer issuer = null!;
    private BearerHost host = null!;

    public async Task InitializeAsync()
    {
        issuer = await TokenIssuer.StartAsync();
        host = BearerHost.Entra(
            ("Instance", issuer.Issuer), ("TenantId", "tenant"), ("ClientId", "client"), ("Audiences:0", "one"), ("Audiences:1", "two"));
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("client", true)]
    [InlineData("api://client", true)]
    [InlineData("one", true)]
    [InlineData("two", true)]
    [InlineData("tenant", false)]
    [InlineData("", false)]
    public async Task A_token_is_for_the_client_or_one_of_the_audiences(string audience, bool isTaken) =>
        (await AskAsync(c => c["aud"] = audience)).ShouldBe(isTaken);

    [Theory]
    [InlineData("scp", true)]
    [InlineData("roles", true)]
    [InlineData("scope", false)]
    public async Task A_token_without_scope_or_role_is_refused(string claim, bool isTaken) => (await AskAsync(c =>
    {
        c.Remove("roles");
        c[claim] = "something";
    })).ShouldBe(isTaken);

    private async Task<bool> AskAsync(Action<JsonObject> change)
    {
        var claims = issuer.Claims();
        claims["aud"] = "client";
        change(claims);
        return (await host.AskAsync("Entra", $"Bearer {issuer.Sign(issuer.Header(), claims)}")).Succeeded;
    }
}
