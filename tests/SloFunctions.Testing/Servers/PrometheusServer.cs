using System.Globalization;

namespace SloFunctions.Testing.Servers;

/// <summary>A Prometheus of its own for one group of tests, on 127.0.0.1, serving blocks made beforehand.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly string folder = ServerFolder.Create();
    private readonly int port = FreePort.Next();
    private ServerProcess? process;

    private PrometheusServer() => BaseUrl = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

    /// <summary>Where the server answers; it stays the same over <see cref="RestartAsync"/>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The server's process id, or null while it is stopped.</summary>
    public int? ProcessId => process?.Id;

    /// <summary>Starts a server on a copy of a data folder, since a server writes to the folder it serves.</summary>
    /// <param name="dataFolder">A Prometheus data folder, or an empty one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServerFailedException">It did not start; Prometheus may not be fetched.</exception>
    public static async Task<PrometheusServer> StartAsync(string dataFolder, CancellationToken cancellationToken = default)
    {
        var server = new PrometheusServer();
        try
        {
            ServerFolder.Copy(dataFolder, server.folder);
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

    /// <summary>Stops the server if it runs, and starts it on the same port and data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync();
        await LaunchAsync(cancellationToken);
    }

    /// <summary>Stops the server and deletes its copy of the data.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        ServerFolder.Delete(folder);
    }

    private async Task LaunchAsync(CancellationToken cancellationToken) =>
        process = await ServerProcess.StartAsync(
            "prometheus.sh",
            ["--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture)],
            AnswersAsync,
            cancellationToken);

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var response = await Client.GetAsync(new Uri(BaseUrl, "-/ready"), cancellationToken);
        return response.IsSuccessStatusCode;
    }
}
