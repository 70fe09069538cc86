using SloFunctions.Testing;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.App;

/// <summary>The app with a PostgreSQL and a Prometheus of its own.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string> others;

    private RunningApp(PostgresServer postgres, PrometheusServer prometheus, TokenIssuer issuer, IReadOnlyDictionary<string, string> others) =>
        (Postgres, Prometheus, Issuer, this.others) = (postgres, prometheus, issuer, others);

    public PostgresServer Postgres { get; }

    public PrometheusServer Prometheus { get; }

    /// <summary>The identity provider that the app trusts.</summary>
    public TokenIssuer Issuer { get; }

    public AppDatabase Database { get; private set; } = null!;

    public ListeningProcess Process { get; private set; } = null!;

    public Api Api { get; private set; } = null!;

    /// <summary>The settings the app runs with.</summary>
    public IReadOnlyDictionary<string, string> Settings
    {
        get
        {
            var settings = new Dictionary<string, string>
            {
                ["Database__ConnectionString"] = Database.ApplicationConnectionString,
                ["Prometheus__Url"] = Prometheus.BaseUrl.ToString(),
                ["Identity__Provider"] = "oidc",
                ["Identity__Authority"] = Issuer.Issuer,
                ["Identity__Audience"] = TokenIssuer.Audience,
                ["Identity__RequireHttpsMetadata"] = "false",
                ["LocalHost__StateDirectory"] = Path.GetTempPath(),
            };
            foreach (var (name, value) in Schedules.Never.Concat(others)) settings[name] = value;
            return settings;
        }
    }

    /// <summary>Starts everything.</summary>
    /// <param name="telemetry">What Prometheus holds; nothing when null.</param>
    public static Task<RunningApp> StartAsync(TelemetryDataset? telemetry) => StartAsync(
        PrometheusServer.StartAsync(telemetry?.PrometheusFolder ?? Directory.CreateTempSubdirectory("slofunctions-").FullName),
        new Dictionary<string, string>());

    /// <summary>Starts everything on a Prometheus that is being started.</summary>
    /// <param name="prometheus">It ends with the app.</param>
    /// <param name="others">Further settings, or others than these servers' own.</param>
    public static async Task<RunningApp> StartAsync(Task<PrometheusServer> prometheus, IReadOnlyDictionary<string, string> others)
    {
        var postgres = PostgresServer.StartAsync();
        var app = new RunningApp(await postgres, await prometheus, await TokenIssuer.StartAsync(), others);
        try
        {
            app.Database = await AppDatabase.CreateAsync(app.Postgres);
            await app.StartProcessAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the app's process, again if it has ended.</summary>
    public async Task StartProcessAsync()
    {
        Process = await LocalHostProgram.StartAsync(Settings);
        Api?.Dispose();
        Api = new Api(Process.BaseUrl, Database.AdministratorKey);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (Process is not null) await Process.DisposeAsync();
        await Issuer.DisposeAsync();
        await Prometheus.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
