using SloFunctions.Application.Access;
using SloFunctions.Application.Failures;
using SloFunctions.Testing;
using SloFunctions.Testing.Servers;

namespace Functions.Tests.Access;

/// <summary>Against a real OpenID provider.</summary>
public sealed class OidcProviderTests : IAsyncLifetime
{
    private const string Clients = """
        {
          "admin": { "claims": { "sub": "ada", "email": "ada@example.com", "roles": ["sre_admin"], "groups": ["platform"] } },
          "owner": { "alg": "PS256", "claims": { "sub": "olga", "preferred_username": "olga", "roles": ["viewer", "service_owner"], "team": "checkout" } },
          "viewer": { "alg": "ES256", "claims": { "sub": "vic", "roles": ["viewer"] } },
          "program": { "claims": { "sub": null, "roles": ["viewer"] } },
          "elsewhere": { "audience": "payments", "claims": { "sub": "eve", "roles": ["sre_admin"] } },
          "late": { "lifetime": 1, "claims": { "sub": "lea" } }
        }
        """;

    // Tokens tell real time; the clock is moved by hand from there.
    private readonly FakeClock clock = new(TimeProvider.System.GetUtcNow());
    private OidcServer server = null!;

    public async Task InitializeAsync() => server = await OidcServer.StartAsync(Clients);

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("admin", "user:ada", "ada@example.com", Role.SreAdmin, "platform")]
    [InlineData("owner", "user:olga", "olga", Role.ServiceOwner, "checkout")]
    [InlineData("viewer", "user:vic", "vic", Role.Viewer, "")]
    [InlineData("program", "user:program", "program", Role.Viewer, "")]
    public async Task Tokens_of_each_algorithm_are_understood(string client, string id, string actor, Role role, string team)
    {
        using var app = TokenApp.For(server.Issuer, clock);

        var caller = (await app.AskAsync(await server.TokenAsync(client))).ShouldNotBeNull();

        caller.ClientId.ShouldBe(id);
        caller.Actor.ShouldBe(actor);
        caller.Role.ShouldBe(role);
        string.Join(',', caller.Teams).ShouldBe(team);
    }

    [Fact]
    public async Task A_token_for_somebody_else_or_from_somebody_else_or_too_old_is_refused()
    {
        await using var other = await OidcServer.StartAsync(Clients);
        using var app = TokenApp.For(server.Issuer, clock);

        (await app.AskAsync(await server.TokenAsync("elsewhere"))).ShouldBeNull();
        (await app.AskAsync(await other.TokenAsync("admin"))).ShouldBeNull();
        string late = await server.TokenAsync("late");
        clock.Advance(TimeSpan.FromSeconds(90));
        (await app.AskAsync(late)).ShouldBeNull();
    }

    [Fact]
    public async Task Keys_may_be_exchanged_and_the_provider_may_go()
    {
        using var app = TokenApp.For(server.Issuer, clock);
        string old = await server.TokenAsync("admin");
        (await app.AskAsync(await server.TokenAsync("owner"))).ShouldNotBeNull();

        await server.RotateAsync();
        clock.Advance(TimeSpan.FromSeconds(31));
        (await app.AskAsync(await server.TokenAsync("admin"))).ShouldNotBeNull();
        (await app.AskAsync(old)).ShouldBeNull();

        string[] more = [await server.TokenAsync("viewer"), await server.TokenAsync("owner")];
        await server.StopAsync();
        (await app.AskAsync(more[0])).ShouldNotBeNull();
        clock.Advance(TimeSpan.FromMinutes(10));
        (await app.AskAsync(more[1])).ShouldNotBeNull();
        (await app.AskAsync(old)).ShouldBeNull();
    }

    [Fact]
    public async Task A_provider_that_is_not_there_from_the_start_is_an_outage()
    {
        string token = await server.TokenAsync("admin");
        await server.StopAsync();
        using var app = TokenApp.For(server.Issuer, clock);

        await Should.ThrowAsync<DependencyUnavailableException>(() => app.AskAsync(token));
    }
}
