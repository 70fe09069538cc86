using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.AzureTables;

/// <summary>One Azurite for a class of tests, which each use a table of their own.</summary>
public sealed class TableServer : IAsyncLifetime
{
    private int tables;

    public AzuriteServer Server { get; private set; } = null!;

    public string ConnectionString => Server.ConnectionString;

    public string NextTable() => $"limits{Interlocked.Increment(ref tables)}";

    public async Task InitializeAsync() => Server = await AzuriteServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
