using System.Globalization;
using Npgsql;

namespace SloFunctions.Testing.Servers;

/// <summary>A PostgreSQL of its own for one group of tests, on 127.0.0.1, with data that goes when it is disposed.</summary>
public sealed class PostgresServer : LocalServer
{
    private int databases;

    private PostgresServer(int port) => Port = port;

    /// <summary>The TCP port; it stays the same over <see cref="RestartAsync"/>.</summary>
    public int Port { get; }

    /// <summary>The superuser's connection to the database <c>postgres</c>.</summary>
    public string ConnectionString => ConnectionTo("postgres");

    /// <summary>Starts a server with a new, empty cluster on a free port.</summary>
    /// <exception cref="ServerFailedException">It did not start; PostgreSQL may not be fetched.</exception>
    public static Task<PostgresServer> StartAsync(CancellationToken cancellationToken = default) => StartAsync(new PostgresServer(FreePort.Next()), cancellationToken);

    /// <summary>Creates an empty database and returns the superuser's connection string to it.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(Unpooled());
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionTo(name);
    }

    private protected override Task<ServerProcess> LaunchAsync(CancellationToken cancellationToken) => ServerProcess.StartAsync(
        "postgres.sh",
        ["--data", Folder, "--port", Port.ToString(CultureInfo.InvariantCulture), "--ephemeral"],
        AnswersAsync,
        cancellationToken);

    // Asks for the data folder, so that another server on the port, quicker than this one, is not taken for it.
    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Unpooled());
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SHOW data_directory", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is string data
            && data.StartsWith(Folder, StringComparison.Ordinal);
    }

    private string ConnectionTo(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Include Error Detail=true");

    private string Unpooled() => ConnectionString + ";Pooling=false";
}
