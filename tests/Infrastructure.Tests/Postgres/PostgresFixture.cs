using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Postgres;

/// <summary>One server for the whole assembly; databases are cheap, servers are not.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? server;

    public async Task InitializeAsync() => server = await PostgresServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    /// <summary>The superuser's connection string to a new, empty database.</summary>
    public Task<string> CreateDatabaseAsync() => server!.CreateDatabaseAsync();
}
