using System.Text.Json.Nodes;
using SloFunctions.Testing.Tokens;

namespace Functions.Tests.Access;

public sealed class ForgedTokenTests(IssuerFixture fixture) : IClassFixture<IssuerFixture>
{
    public static TheoryData<string> Names => [.. ForgedTokens.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_forged_token_is_refused_and_not_quoted(string name)
    {
        var forged = ForgedTokens.One(name, fixture.Issuer);

        (await fixture.App.AskAsync(forged.Token)).ShouldBeNull();
        // Once more, as remembered.
        (await fixture.App.AskAsync(forged.Token)).ShouldBeNull();

        string[] parts = [.. forged.Token.Split('.').Append(forged.Token).Where(p => p.Length > 8)];
        fixture.App.Log.ShouldNotContain(line => parts.Any(p => line.Contains(p, StringComparison.Ordinal)));
        fixture.Issuer.StrayRequests.ShouldBe(0);
    }

    [Fact]
    public void There_are_many_kinds_and_each_is_its_own()
    {
        var all = ForgedTokens.All(fixture.Issuer);

        all.Count.ShouldBeGreaterThan(150);
        all.Select(f => f.Token).Where(t => t.Length > 3).ShouldBeUnique();
        all.Count(f => f.CanBeSent).ShouldBeGreaterThan(140);
    }

    // Else the forgeries might be refused for a reason that has nothing to do with what is wrong with them.
    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task What_the_forgeries_are_made_from_is_accepted(string algorithm)
    {
        var caller = await fixture.App.AskAsync(fixture.Issuer.Sign(fixture.Issuer.Header(algorithm), fixture.Issuer.Claims()));

        caller.ShouldNotBeNull().ClientId.ShouldBe("user:mallory");
    }

    public static TheoryData<string, string?> HarmlessHeaders => new()
    {
        { "typ", "\"at+jwt\"" },
        { "typ", "\"application/AT+JWT\"" },
        { "typ", null },
        { "kid", null },
        { "jku", "\"/forged/keys\"" },
        { "x5u", "\"/forged/certificate\"" },
        { "jwk", """{"kty":"RSA","n":"AQAB","e":"AQAB"}""" },
        { "x5c", """["AQAB"]""" },
    };

    [Theory]
    [MemberData(nameof(HarmlessHeaders))]
    public async Task A_header_that_is_ignored_or_may_be_missing_does_no_harm(string name, string? value)
    {
        var header = fixture.Issuer.Header();
        header.Remove(name);
        if (value is not null) header[name] = JsonNode.Parse(value.Replace("\"/", $"\"{fixture.Issuer.Issuer}/", StringComparison.Ordinal));

        (await fixture.App.AskAsync(fixture.Issuer.Sign(header, fixture.Issuer.Claims()))).ShouldNotBeNull();
        fixture.Issuer.StrayRequests.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_for_several_audiences_or_within_the_grace_is_accepted()
    {
        var claims = fixture.Issuer.Claims();
        claims["aud"] = new JsonArray("payments", "slo-functions");
        claims["exp"] = (long)claims["iat"]! - 30;
        claims["nbf"] = (long)claims["iat"]! + 30;

        (await fixture.App.AskAsync(fixture.Issuer.Sign(fixture.Issuer.Header(), claims))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_one_header_with_one_bearer_token_counts()
    {
        string token = fixture.Issuer.Token("alice", [], []);

        (await fixture.App.AskWithHeaderAsync($"bEARER {token}")).ShouldNotBeNull();
        (await fixture.App.AskWithHeaderAsync()).ShouldBeNull();
        (await fixture.App.AskWithHeaderAsync($"Basic {token}")).ShouldBeNull();
        (await fixture.App.AskWithHeaderAsync($"Bearer{token}")).ShouldBeNull();
        (await fixture.App.AskWithHeaderAsync(token)).ShouldBeNull();
        (await fixture.App.AskWithHeaderAsync($"Bearer {token}", $"Bearer {token}")).ShouldBeNull();
    }
}
