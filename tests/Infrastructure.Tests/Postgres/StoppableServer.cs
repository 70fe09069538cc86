using Npgsql;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Postgres;

/// <summary>A server for the tests of one class, with a table <c>t</c>, that may be stopped.</summary>
public sealed class StoppableServer : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public NpgsqlDataSource Source { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await PostgresServer.StartAsync();
        Source = PostgresDataSource.Create(new PostgresOptions { ConnectionString = Server.ConnectionString });
        await using var connection = await Source.OpenConnectionAsync();
        await connection.ExecuteAsync("CREATE SCHEMA slo; CREATE TABLE slo.t (x int PRIMARY KEY)");
    }

    public async Task DisposeAsync()
    {
        if (Source is not null)
            await Source.DisposeAsync();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
