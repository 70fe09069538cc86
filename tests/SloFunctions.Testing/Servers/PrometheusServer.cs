using System.Globalization;

namespace SloFunctions.Testing.Servers;

/// <summary>A Prometheus of its own for one group of tests, on 127.0.0.1, serving blocks made beforehand.</summary>
public sealed class PrometheusServer : LocalServer
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly int port = FreePort.Next();

    private string? config;

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
        ServerFolder.Copy(dataFolder, Path.Combine(server.Folder, "data"));
        return StartAsync(server, cancellationToken);
    }

    /// <summary>Starts a server that scrapes, every second, what answers at a path.</summary>
    /// <param name="target">The address of the metrics.</param>
    /// <param name="token">The bearer token it sends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServerFailedException">It did not start; Prometheus may not be fetched.</exception>
    public static async Task<PrometheusServer> ScrapeAsync(Uri target, string token, CancellationToken cancellationToken = default)
    {
        var server = new PrometheusServer();
        await server.ConfigureAsync(target, token, honorsLabels: false, cancellationToken);
        return await StartAsync(server, cancellationToken);
    }

    /// <summary>Has this server scrape, too, every second, with the labels that the target gives; it is restarted for that.</summary>
    /// <param name="target">The address of the metrics.</param>
    /// <param name="token">The bearer token it sends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task BeginToScrapeAsync(Uri target, string token, CancellationToken cancellationToken = default)
    {
        await ConfigureAsync(target, token, honorsLabels: true, cancellationToken);
        await RestartAsync(cancellationToken);
    }

    private async Task ConfigureAsync(Uri target, string token, bool honorsLabels, CancellationToken cancellationToken)
    {
        config = Path.Combine(Folder, "scrape.yml");
        await File.WriteAllTextAsync(
            config,
            $$"""
            scrape_configs:
              - job_name: app
                scrape_interval: 1s
                scrape_timeout: 1s
                honor_labels: {{(honorsLabels ? "true" : "false")}}
                metrics_path: {{target.AbsolutePath}}
                authorization: {credentials: '{{token}}'}
                static_configs: [{targets: ['{{target.Authority}}']}]
            """,
            cancellationToken);
    }

    private protected override Task<ServerProcess> LaunchAsync(CancellationToken cancellationToken) => ServerProcess.StartAsync(
        "prometheus.sh",
        ["--data", Path.Combine(Folder, "data"), "--port", port.ToString(CultureInfo.InvariantCulture), .. config is null ? Array.Empty<string>() : ["--config", config]],
        AnswersAsync,
        cancellationToken);

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var response = await Client.GetAsync(new Uri(BaseUrl, "-/ready"), cancellationToken);
        return response.IsSuccessStatusCode;
    }
}
