using System.Globalization;
using System.Net.Sockets;

namespace SloFunctions.Testing.Servers;

/// <summary>An Azurite of its own for one group of tests, on 127.0.0.1, with data that goes when it is disposed.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    // Azurite's account, the same everywhere and printed in its documentation.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string folder = ServerFolder.Create();
    private readonly int blobPort = FreePort.Next();
    private readonly int queuePort = FreePort.Next();
    private readonly int tablePort = FreePort.Next();
    private ServerProcess? process;

    private AzuriteServer()
    {
    }

    /// <summary>The connection string for blobs, queues and tables.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={Endpoint(blobPort)};QueueEndpoint={Endpoint(queuePort)};TableEndpoint={Endpoint(tablePort)};";

    /// <summary>The server's process id, or null while it is stopped.</summary>
    public int? ProcessId => process?.Id;

    /// <summary>Starts an empty server on free ports.</summary>
    /// <exception cref="ServerFailedException">It did not start; Azurite may not be fetched.</exception>
    public static async Task<AzuriteServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var server = new AzuriteServer();
        try
        {
            await server.LaunchAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server; does nothing when it is stopped.</summary>
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
        await LaunchAsync(cancellationToken);
    }

    /// <summary>Stops the server and deletes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        ServerFolder.Delete(folder);
    }

    private async Task LaunchAsync(CancellationToken cancellationToken) =>
        process = await ServerProcess.StartAsync(
            "azurite.sh",
            ["--data", folder, "--port-blob", Text(blobPort), "--port-queue", Text(queuePort), "--port-table", Text(tablePort)],
            AnswersAsync,
            cancellationToken);

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        foreach (var port in (int[])[blobPort, queuePort, tablePort])
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
        }

        return true;
    }

    private static string Endpoint(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{Account}");

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
