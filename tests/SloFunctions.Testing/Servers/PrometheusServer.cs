using System.Globalization;

namespace SloFunctions.Testing.Servers;

/// <summary>A Prometheus of its own for one group of tests, on 127.0.0.1, serving blocks made beforehand.</summary>
public sealed class PrometheusServer : LocalServer
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly int port = FreePort.Next();

    private PrometheusServer() => BaseUrl = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

    /// <summary>Where the server answers; it stays the same over <see cref="RestartAsync"/>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Starts a server on a copy of a data folder, since a server writes to the folder it serves.</summary>
    /// <param name="dataFolder">A Prometheus data folder, or an empty one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServerFailedException">It did not start; Prometheus may not be fetched.</exception>
    public static Task<PrometheusServer> StartAsync(string dataFolder, CancellationToken cancellationToken = default)
    {
        var server = new PrometheusServer();
        ServerFolder.Copy(dataFolder, server.Folder);
        return StartAsync(server, cancellationToken);
    }

    private protected override Task<ServerProcess> LaunchAsync(CancellationToken cancellationToken) => ServerProcess.StartAsync(
        "prometheus.sh",
        ["--data", Folder, "--port", port.ToString(CultureInfo.InvariantCulture)],
        AnswersAsync,
        cancellationToken);

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var response = await Client.GetAsync(new Uri(BaseUrl, "-/ready"), cancellationToken);
        return response.IsSuccessStatusCode;
    }
}
