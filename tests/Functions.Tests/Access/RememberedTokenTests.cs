using System.Globalization;
using SloFunctions.Testing;
using SloFunctions.Testing.Servers;

namespace Functions.Tests.Access;

public sealed class RememberedTokenTests : IAsyncLifetime
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
    public async Task A_valid_token_is_believed_for_five_minutes_and_examined_again_then()
    {
        string token = issuer.Token("alice", [], []);
        var first = await app.AskAsync(token);
        issuer.Rotate();

        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        (await app.AskAsync(token)).ShouldBeSameAs(first.ShouldNotBeNull());

        clock.Advance(TimeSpan.FromSeconds(1));
        (await app.AskAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_is_not_believed_longer_than_it_is_in_force()
    {
        var claims = issuer.Claims();
        claims["exp"] = (long)claims["iat"]! + 60;
        string token = issuer.Sign(issuer.Header(), claims);
        var first = await app.AskAsync(token);

        clock.Advance(TimeSpan.FromSeconds(59));
        (await app.AskAsync(token)).ShouldBeSameAs(first.ShouldNotBeNull());
        clock.Advance(TimeSpan.FromSeconds(1 + 60));
        (await app.AskAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_token_is_refused_for_ten_seconds_and_examined_again_then()
    {
        var claims = issuer.Claims();
        claims["nbf"] = (long)claims["iat"]! + 62;
        string token = issuer.Sign(issuer.Header(), claims);
        (await app.AskAsync(token)).ShouldBeNull();

        clock.Advance(TimeSpan.FromSeconds(9));
        (await app.AskAsync(token)).ShouldBeNull();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await app.AskAsync(token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_flood_of_tokens_drives_out_nobody_and_asks_the_provider_nothing()
    {
        string token = issuer.Token("alice", [], []);
        var first = await app.AskAsync(token);

        // More than are remembered.
        for (int i = 0; i < 10_000; i++) (await app.AskAsync(string.Create(CultureInfo.InvariantCulture, $"flood.{i}.sre_admin"))).ShouldBeNull();

        (await app.AskAsync(token)).ShouldBeSameAs(first.ShouldNotBeNull());
        issuer.Requests.ShouldBe(1);
    }
}
