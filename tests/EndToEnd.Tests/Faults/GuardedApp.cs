using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Faults;

/// <summary>The app with a table for rate limits and an OpenID provider, each a server that tests stop.</summary>
public sealed class GuardedApp : IAsyncLifetime
{
    /// <summary>A registered service.</summary>
    public const string Service = "guarded";

    private const string Clients =
        """
        {
          "viewer": { "claims": { "sub": "vic", "roles": ["viewer"], "groups": [] } },
          "owner": { "claims": { "sub": "olga", "roles": ["service_owner"], "groups": ["checkout"] } }
        }
        """;

    private AzuriteServer? azurite;
    private OidcServer? provider;
    private RunningApp? running;

    public RunningApp Running => running!;

    public AzuriteServer Azurite => azurite!;

    public OidcServer Provider => provider!;

    public Api Api => Running.Api;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        azurite = await AzuriteServer.StartAsync();
        provider = await OidcServer.StartAsync(Clients);
        var settings = new Dictionary<string, string>
        {
            ["RateLimits__ConnectionString"] = azurite.ConnectionString,
            ["Identity__Authority"] = provider.Issuer,
        };
        running = await RunningApp.StartAsync(PrometheusServer.StartAsync(Directory.CreateTempSubdirectory("slofunctions-").FullName), settings);
        (await Api.IngestAsync($$$"""{"source":"manual","nodes":[{"service_id":"{{{Service}}}","metadata":{}}]}""")).ShouldBe(System.Net.HttpStatusCode.Accepted);
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (provider is not null) await provider.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
    }

    /// <summary>Waits until a server counts as up, or down.</summary>
    public Task<Answer> WhenAsync(string server, string status) => Eventually.GetAsync(
        () => Api.GetAsync("/api/v1/health/ready"),
        ready => ready.Json.GetProperty("dependencies").EnumerateArray().Any(d => d.GetProperty("name").GetString() == server && d.GetProperty("status").GetString() == status));
}
