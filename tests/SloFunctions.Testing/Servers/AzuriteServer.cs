using System.Globalization;
using System.Net.Sockets;

namespace SloFunctions.Testing.Servers;

/// <summary>An Azurite of its own for one group of tests, on 127.0.0.1, with data that goes when it is disposed.</summary>
public sealed class AzuriteServer : LocalServer
{
    // Azurite's account, the same everywhere and printed in its documentation.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly int blobPort = FreePort.Next();
    private readonly int queuePort = FreePort.Next();
    private readonly int tablePort = FreePort.Next();

    private AzuriteServer()
    {
    }

    /// <summary>The connection string for blobs, queues and tables.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={Endpoint(blobPort)};QueueEndpoint={Endpoint(queuePort)};TableEndpoint={Endpoint(tablePort)};";

    /// <summary>Starts an empty server on free ports.</summary>
    /// <exception cref="ServerFailedException">It did not start; Azurite may not be fetched.</exception>
    public static Task<AzuriteServer> StartAsync(CancellationToken cancellationToken = default) => StartAsync(new AzuriteServer(), cancellationToken);

    private protected override Task<ServerProcess> LaunchAsync(CancellationToken cancellationToken) => ServerProcess.StartAsync(
        "azurite.sh",
        ["--data", Folder, "--port-blob", Text(blobPort), "--port-queue", Text(queuePort), "--port-table", Text(tablePort)],
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
