using Npgsql;
using SloFunctions.Application.Access;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Access;
using SloFunctions.Infrastructure.Postgres.Migrations;
using SloFunctions.Infrastructure.Postgres.Roles;
using SloFunctions.Testing;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>A migrated PostgreSQL, a Prometheus and an Azurite, and the app as a process on them.</summary>
public sealed class AppServers : IAsyncDisposable
{
    private const string Login = "slo_bench";
    private const string Password = "slo_bench";

    private readonly PostgresServer postgres;
    private readonly PrometheusServer prometheus;
    private readonly AzuriteServer azurite;

    private AppServers(PostgresServer postgres, PrometheusServer prometheus, AzuriteServer azurite, string owner)
    {
        (this.postgres, this.prometheus, this.azurite, OwnerConnectionString) = (postgres, prometheus, azurite, owner);
        var application = new NpgsqlConnectionStringBuilder(owner) { Username = Login, Password = Password };
        Options = new PostgresOptions { ConnectionString = application.ConnectionString };
        Source = PostgresDataSource.Create(Options);
        Database = new PostgresDatabase(Source);
    }

    /// <summary>The superuser's connection.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>The application's settings.</summary>
    public PostgresOptions Options { get; }

    /// <summary>The application's connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The same for the stores.</summary>
    public PostgresDatabase Database { get; }

    /// <summary>An administrator's key that may ask as often as it likes.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Where Prometheus answers.</summary>
    public Uri PrometheusUrl => prometheus.BaseUrl;

    /// <summary>Starts both servers and migrates.</summary>
    /// <param name="telemetry">A Prometheus data folder; null for an empty one.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<AppServers> StartAsync(string? telemetry, CancellationToken cancellation)
    {
        var database = await PostgresServer.StartAsync(cancellation);
        var empty = telemetry is null ? Directory.CreateTempSubdirectory("slo-bench-") : null;
        var metrics = await PrometheusServer.StartAsync(telemetry ?? empty!.FullName, cancellation);
        empty?.Delete(recursive: true);
        string owner = await database.CreateDatabaseAsync(cancellation);
        await MigrationRunner.Create(new PostgresOptions { ConnectionString = owner, OwnerConnectionString = owner }).UpAsync(cancellation);
        await ApplicationLogin.EnsureAsync(owner, Login, Password, cancellation);
        var servers = new AppServers(database, metrics, await AzuriteServer.StartAsync(cancellation), owner);
        servers.Key = await servers.IssueKeyAsync(cancellation);
        return servers;
    }

    /// <summary>A client of an app on these servers.</summary>
    public HttpClient Client(Uri address, TimeSpan timeout)
    {
        var http = new HttpClient { BaseAddress = address, Timeout = timeout };
        http.DefaultRequestHeaders.Add("X-API-Key", Key);
        return http;
    }

    /// <summary>The app's settings, as a process takes them.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(Schedules.Never, StringComparer.Ordinal)
    {
        ["Database__ConnectionString"] = Options.ConnectionString,
        ["Prometheus__Url"] = PrometheusUrl.ToString(),
        ["RateLimits__ConnectionString"] = azurite.ConnectionString,
        ["LocalHost__StateDirectory"] = Path.GetTempPath(),
        ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Production",
    };

    /// <summary>Starts the app on these servers, with further settings if there are any, and the host's own from another folder than the app's.</summary>
    public Task<ListeningProcess> StartAppAsync(IReadOnlyDictionary<string, string>? further = null, string? directory = null) => BuiltProgram.StartAsync(
        "SloFunctions.LocalHost",
        ["--port", "0", .. directory is null ? Array.Empty<string>() : ["--directory", directory]],
        Settings.Concat(further ?? new Dictionary<string, string>(StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal));

    private async Task<string> IssueKeyAsync(CancellationToken cancellation)
    {
        var store = new PostgresApiKeyStore(Database);
        using var verification = new VerifyApiKey(store, new AccessPolicy(), TimeProvider.System);
        var keys = new ManageApiKeys(store, verification, new RandomIdSource(TimeProvider.System), new RandomSecretSource(), TimeProvider.System);
        var limits = new Dictionary<string, int> { ["*"] = 10_000_000 };
        return (await keys.CreateAsync(new ApiKeyBody("benchmarks", "sre_admin", null, null, limits), "benchmarks", cancellation)).Value!.ApiKey;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await prometheus.DisposeAsync();
        await azurite.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
