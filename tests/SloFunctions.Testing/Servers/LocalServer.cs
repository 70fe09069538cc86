namespace SloFunctions.Testing.Servers;

/// <summary>A server of its own for one group of tests, on 127.0.0.1, with data that goes when it is disposed.</summary>
public abstract class LocalServer : IAsyncDisposable
{
    private ServerProcess? process;

    private protected LocalServer()
    {
    }

    /// <summary>The server's process id, or null while it is stopped.</summary>
    public int? ProcessId => process?.Id;

    /// <summary>Where the server keeps its data.</summary>
    private protected string Folder { get; } = ServerFolder.Create();

    /// <summary>Stops the server, ending its sessions; does nothing when it is stopped.</summary>
    public async Task StopAsync()
    {
        if (process is { } running)
        {
            process = null;
            await running.DisposeAsync();
        }
    }

    /// <summary>Stops the server if it runs, and starts it on the same ports and data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync();
        process = await LaunchAsync(cancellationToken);
    }

    /// <summary>Stops the server and deletes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        ServerFolder.Delete(Folder);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the process and waits until it answers.</summary>
    private protected abstract Task<ServerProcess> LaunchAsync(CancellationToken cancellationToken);

    /// <summary>Starts a server that is new, or takes it away again.</summary>
    private protected static async Task<T> StartAsync<T>(T server, CancellationToken cancellationToken)
        where T : LocalServer
    {
        try
        {
            await server.RestartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
