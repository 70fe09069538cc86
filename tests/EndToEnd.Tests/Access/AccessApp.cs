using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Access;

/// <summary>The app with keys of every kind.</summary>
public sealed class AccessApp : IAsyncLifetime
{
    private RunningApp? running;

    public RunningApp Running => running!;

    public Api Api => Running.Api;

    public TokenIssuer Issuer => Running.Issuer;

    /// <summary>A viewer's key.</summary>
    public string Viewer { get; private set; } = "";

    /// <summary>A key of the team payments.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>An administrator's key.</summary>
    public string Admin => Running.Database.AdministratorKey;

    /// <summary>An administrator's key that counts no longer.</summary>
    public string Revoked { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        // The walk guesses more keys than a person would.
        var settings = new Dictionary<string, string> { ["Access__FailuresPerMinute"] = "1000" };
        var prometheus = PrometheusServer.StartAsync(Directory.CreateTempSubdirectory("slofunctions-").FullName);
        running = await RunningApp.StartAsync(prometheus, settings);
        Viewer = await IssueAsync("viewer");
        Owner = await IssueAsync("service_owner", "--team", "payments");
        Revoked = await IssueAsync("sre_admin");
        await Running.Database.ScalarAsync<string>($"UPDATE slo.api_keys SET revoked_at = now() WHERE prefix = '{Revoked[4..16]}' RETURNING name");
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }

    private Task<string> IssueAsync(string role, params string[] options) =>
        Running.Database.IssueKeyAsync(["--name", role, "--role", role, "--limit", "*=1000000", .. options]);
}
