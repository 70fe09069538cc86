using Microsoft.Extensions.Configuration;
using Npgsql;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>The database of orchestrations, which is the app's own, with a pool of the engine's own.</summary>
internal sealed class DurableDatabase : IAsyncDisposable, IDisposable
{
    /// <summary>The setting with the connection string.</summary>
    public const string Setting = "Database:ConnectionString";

    // More than this many statements at once would not be faster on one host, and the app's pool has a share too.
    private const int MaxConnections = 12;

    private readonly NpgsqlDataSource? source;
    private readonly string session = "";

    public DurableDatabase(IConfiguration settings)
    {
        if (settings[Setting] is not { Length: > 0 } connectionString) return;
        try
        {
            var pool = Read(connectionString);
            source = NpgsqlDataSource.Create(pool);
            session = new NpgsqlConnectionStringBuilder(pool.ConnectionString) { Pooling = false, KeepAlive = 5, ApplicationName = "slo-durable-lock" }.ConnectionString;
        }
        catch (ArgumentException wrong)
        {
            throw new LocalHostException($"The setting {Setting} cannot be used: {wrong.Message}", wrong);
        }
    }

    /// <summary>Whether there is a database.</summary>
    public bool IsConfigured => source is not null;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="InvalidOperationException">There is no database.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation) => Source.OpenConnectionAsync(cancellation);

    /// <summary>A connection outside the pool, so that its session ends when it is disposed.</summary>
    public NpgsqlConnection CreateSession() => new(session);

    public void Dispose() => source?.Dispose();

    public ValueTask DisposeAsync() => source?.DisposeAsync() ?? ValueTask.CompletedTask;

    private NpgsqlDataSource Source => source ?? throw new InvalidOperationException($"Orchestrations need a database: the setting {Setting} is missing");

    private static NpgsqlConnectionStringBuilder Read(string connectionString) => new(connectionString)
    {
        ApplicationName = "slo-durable",
        Timezone = "UTC",
        Pooling = true,
        MinPoolSize = 0,
        MaxPoolSize = MaxConnections,
        // Statements that repeat are parsed and planned once a connection.
        MaxAutoPrepare = 64,
        AutoPrepareMinUsages = 2,
        CommandTimeout = 15,
        Timeout = 15,
    };
}
