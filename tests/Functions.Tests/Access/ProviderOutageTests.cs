using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SloFunctions.Application.Failures;
using SloFunctions.Testing;
using SloFunctions.Testing.Servers;
using SloFunctions.Testing.Tokens;

namespace Functions.Tests.Access;

public sealed class ProviderOutageTests : IAsyncLifetime
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
    private TokenIssuer issuer = null!;
    private TokenApp app = null!;

    public async Task InitializeAsync()
    {
        issuer = await TokenIssuer.StartAsync(clock);
        app = TokenApp.For(issuer, clock);
    }

    public async Task DisposeAsync()
    {
        app.Dispose();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_provider_that_never_answered_makes_tokens_unverifiable_not_wrong()
    {
        await issuer.StopAsync();

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(() => app.AskAsync(Token()));
        failure.Dependency.ShouldBe("identity-provider");

        await issuer.RestartAsync();
        await Should.ThrowAsync<DependencyUnavailableException>(() => app.AskAsync(Token()));
        issuer.Requests.ShouldBe(0, "it is not asked by every request while it is down");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await app.AskAsync(Token())).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_provider_that_is_gone_does_not_matter_while_its_keys_are_known()
    {
        (await app.AskAsync(Token())).ShouldNotBeNull();
        await issuer.StopAsync();

        clock.Advance(TimeSpan.FromMinutes(20));

        (await app.AskAsync(Token())).ShouldNotBeNull();
        (await app.AskAsync(ForgedTokens.One("own key, named as the issuer's", issuer).Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_provider_whose_keys_break_does_not_matter_while_its_keys_are_known()
    {
        (await app.AskAsync(Token())).ShouldNotBeNull();
        issuer.PublishedKeys = "{}";

        clock.Advance(TimeSpan.FromMinutes(6));

        (await app.AskAsync(Token())).ShouldNotBeNull();
        issuer.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_are_read_again_after_five_minutes_and_old_ones_forgotten()
    {
        string old = Token("old");
        (await app.AskAsync(Token())).ShouldNotBeNull();
        issuer.Rotate();

        clock.Advance(TimeSpan.FromMinutes(5));

        (await app.AskAsync(Token())).ShouldNotBeNull();
        (await app.AskAsync(old)).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_it_is_first_used_and_unknown_ones_fetch_nothing_for_half_a_minute()
    {
        (await app.AskAsync(Token())).ShouldNotBeNull();
        clock.Advance(TimeSpan.FromSeconds(31));
        issuer.Rotate();
        (await app.AskAsync(Token())).ShouldNotBeNull("the new key is fetched");
        issuer.Requests.ShouldBe(2);

        for (int i = 0; i < 300; i++) (await app.AskAsync(WithUnknownKey(i))).ShouldBeNull();
        issuer.Requests.ShouldBe(2);

        clock.Advance(TimeSpan.FromSeconds(30));
        for (int i = 300; i < 600; i++) (await app.AskAsync(WithUnknownKey(i))).ShouldBeNull();
        issuer.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task Many_at_once_fetch_the_keys_once()
    {
        var callers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => app.AskAsync(Token($"user{i}")))));

        callers.ShouldAllBe(c => c != null);
        issuer.Requests.ShouldBe(1);
    }

    public static TheoryData<string, string, string> BrokenMetadata => new()
    {
        { "no JSON", "<html>", "" },
        { "no issuer", """{"jwks_uri":"$/keys"}""", "" },
        { "no address of keys", """{"issuer":"$"}""", "" },
        { "keys at a relative address", """{"issuer":"$","jwks_uri":"/keys"}""", "" },
        { "keys in a file", """{"issuer":"$","jwks_uri":"file:///etc/hostname"}""", "" },
        { "two issuers", """{"issuer":"$","issuer":"$","jwks_uri":"$/keys"}""", "" },
        { "keys that are no JSON", "", "nonsense" },
        { "keys that are a list", "", "[]" },
        { "keys that are text", "", """{"keys":"none"}""" },
        { "no keys", "", """{"keys":[]}""" },
        { "keys of no kind we know", "", """{"keys":[null,1,"a",[],{},{"kty":"oct","k":"AQAB"},{"kty":1},{"kty":"RSA"},{"kty":"EC","crv":"P-256"}]}""" },
        { "a point off the curve", "", """{"keys":[{"kty":"EC","crv":"P-256","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]}""" },
        { "far too much", "", new string(' ', 2 << 20) + """{"keys":[]}""" },
    };

    [Theory]
    [MemberData(nameof(BrokenMetadata))]
    public async Task Broken_metadata_are_an_outage(string name, string discovery, string keys)
    {
        if (discovery.Length > 0) issuer.Discovery = discovery.Replace("$", issuer.Issuer, StringComparison.Ordinal);
        if (keys.Length > 0) issuer.PublishedKeys = keys;

        await Should.ThrowAsync<DependencyUnavailableException>(() => app.AskAsync(Token()), name);
    }

    [Theory]
    [InlineData("use", "enc")]
    [InlineData("alg", "RS512")]
    [InlineData("alg", "PS256")]
    public async Task A_key_meant_for_something_else_is_not_used(string member, string value)
    {
        var rsa = issuer.Keys.RsaJwk();
        rsa[member] = value;
        issuer.PublishedKeys = new JsonObject { ["keys"] = new JsonArray(rsa, issuer.Keys.EcJwk()) }.ToJsonString();

        (await app.AskAsync(Token())).ShouldBeNull();
        (await app.AskAsync(issuer.Token("alice", [], [], algorithm: "ES256"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_weak_key_is_not_used()
    {
        using var weak = RSA.Create(1024);
        issuer.PublishedKeys = new JsonObject { ["keys"] = new JsonArray(IssuerKeys.RsaJwk(weak, issuer.Keys.RsaId), issuer.Keys.EcJwk()) }.ToJsonString();
        string signed = Token()[..Token().LastIndexOf('.')];
        byte[] signature = weak.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        (await app.AskAsync($"{signed}.{System.Buffers.Text.Base64Url.EncodeToString(signature)}")).ShouldBeNull();
    }

    [Fact]
    public async Task Readiness_tells_of_the_provider_without_requiring_it()
    {
        (await app.ProbeAsync()).ShouldNotBeNull().ShouldSatisfyAllConditions(
            h => h.Name.ShouldBe("identity_provider"), h => h.Status.ShouldBe("up"), h => h.Required.ShouldBeFalse());
        await issuer.StopAsync();
        (await app.ProbeAsync())!.Status.ShouldBe("up", "it is not asked again at once");

        clock.Advance(TimeSpan.FromSeconds(2));
        (await app.ProbeAsync()).ShouldNotBeNull().ShouldSatisfyAllConditions(h => h.Status.ShouldBe("down"), h => h.Detail.ShouldBe("No connection."));
    }

    private string Token(string subject = "alice") => issuer.Token(subject, ["viewer"], []);

    private string WithUnknownKey(int number)
    {
        var header = issuer.Header();
        header["kid"] = string.Create(CultureInfo.InvariantCulture, $"unknown{number}");
        return issuer.Sign(header, issuer.Claims());
    }
}
