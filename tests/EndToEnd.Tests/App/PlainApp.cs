using System.Net;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.App;

/// <summary>The app without telemetry, for tests of the graph and of bad input. They share it, and so use ids of their own.</summary>
public sealed class PlainApp : IAsyncLifetime
{
    private RunningApp? own;

    public Api Api { get; private set; } = null!;

    /// <summary>The database; null when the app is a given host.</summary>
    public AppDatabase? Database => own?.Database;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not { } url) own = await RunningApp.StartAsync(telemetry: null);
        else Api = new Api(url, GivenHost.Key);
        Api ??= own!.Api;
    }

    public async Task DisposeAsync()
    {
        if (own is null) Api.Dispose();
        else await own.DisposeAsync();
    }

    /// <summary>The identity provider that the app trusts; null when the app is a given host.</summary>
    public TokenIssuer? Issuer => own?.Issuer;

    /// <summary>A token of an administrator.</summary>
    public string AdministratorToken(string email = "ann@example.org") => own!.Issuer.Token("ann", ["sre_admin"], [], email);

    /// <summary>Bytes of memory that the app holds now.</summary>
    public long Memory => own!.Process.Memory;

    /// <summary>Starts a further instance of the app on the same servers, with settings of its own if there are any.</summary>
    public Task<ListeningProcess> StartAnotherAsync(params (string Name, string Value)[] others)
    {
        var settings = own!.Settings.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in others) settings[name] = value;
        return LocalHostProgram.StartAsync(settings);
    }

    /// <summary>All that is stored, in short; of a given host, the services it shows.</summary>
    public async Task<string> StateAsync()
    {
        if (Database is { } database) return await database.StateAsync();
        var services = (await Api.GetAsync("/api/v1/services?limit=500")).ShouldBe(HttpStatusCode.OK);
        return services.GetRawText();
    }
}
