using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using SloFunctions.Testing.Servers;

namespace StandIns.Tests.Identity;

public sealed class JwtBearerTests : IAsyncLifetime
{
    private TokenIssuer issuer = null!;

    public async Task InitializeAsync() => issuer = await TokenIssuer.StartAsync();

    public async Task DisposeAsync() => await issuer.DisposeAsync();

    [Fact]
    public async Task A_valid_token_gives_its_claims_unchanged_and_its_end()
    {
        using var host = Host();
        string token = issuer.Token("alice", ["viewer", "sre_admin"], [], "alice@example.com");

        var result = await host.AskAsync("Bearer", $"Bearer {token}");

        result.Succeeded.ShouldBeTrue();
        result.Principal!.Identity!.IsAuthenticated.ShouldBeTrue();
        result.Principal.FindFirst("sub")!.Value.ShouldBe("alice");
        result.Principal.FindAll("roles").Select(c => c.Value).ShouldBe(["viewer", "sre_admin"]);
        result.Properties!.ExpiresUtc!.Value.ToUnixTimeSeconds().ShouldBe(long.Parse(result.Principal.FindFirst("exp")!.Value, provider: null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    public async Task Without_a_bearer_token_there_is_no_result(string? authorization)
    {
        using var host = Host();

        (await host.AskAsync("Bearer", authorization)).None.ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_that_cannot_be_verified_is_a_failure_not_an_exception()
    {
        using var host = Host();
        await issuer.StopAsync();

        var result = await host.AskAsync("Bearer", $"Bearer {issuer.Token("alice", [], [])}");

        result.Failure.ShouldNotBeNull();
    }

    [Fact]
    public async Task No_audience_takes_nobodys_tokens()
    {
        using var host = Host(options => options.Audience = null);

        (await host.AskAsync("Bearer", $"Bearer {issuer.Token("alice", [], [])}")).Failure.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_algorithms_can_be_narrowed()
    {
        using var host = Host(options => options.TokenValidationParameters.ValidAlgorithms = ["ES256", "HS256"]);

        (await host.AskAsync("Bearer", $"Bearer {issuer.Token("alice", [], [])}")).Failure.ShouldNotBeNull();
        (await host.AskAsync("Bearer", $"Bearer {issuer.Token("alice", [], [], algorithm: "ES256")}")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task What_it_cannot_do_it_says()
    {
        using var http = Host(options => options.RequireHttpsMetadata = true);
        using var mapping = Host(options => options.MapInboundClaims = true);

        await Should.ThrowAsync<InvalidOperationException>(() => http.AskAsync("Bearer", "Bearer a.b.c"));
        await Should.ThrowAsync<NotSupportedException>(() => mapping.AskAsync("Bearer", "Bearer a.b.c"));
    }

    private BearerHost Host(Action<JwtBearerOptions>? more = null) => new(builder => builder.AddJwtBearer("Bearer", options =>
    {
        options.Authority = issuer.Issuer + "/";
        options.Audience = TokenIssuer.Audience;
        options.RequireHttpsMetadata = false;
        options.MapInboundClaims = false;
        more?.Invoke(options);
    }));
}
