using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace TelemetryGenerator.Tests;

/// <summary>A real Prometheus on a free port of this machine, holding backfilled blocks; ended on disposal.</summary>
public sealed class PrometheusServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly HttpClient client;

    private PrometheusServer(Process process, int port)
    {
        this.process = process;
        client = new() { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = Patience };
    }

    /// <summary>The path of prometheus from SLO_PROMETHEUS_BIN (the file or its folder) or below .cache/prometheus; null where absent.</summary>
    public static string? FindBinary()
    {
        IEnumerable<string> candidates = Environment.GetEnvironmentVariable("SLO_PROMETHEUS_BIN") is { Length: > 0 } named
            ? [Directory.Exists(named) ? Path.Combine(named, "prometheus") : named]
            : Cached();
        return candidates.FirstOrDefault(path => File.Exists(path) && File.Exists(PromtoolBeside(path)));
    }

    /// <summary>Loads OpenMetrics text and serves it.</summary>
    public static async Task<PrometheusServer> ServeAsync(string metrics, string folder)
    {
        var binary = FindBinary()!;
        var blocks = Path.Combine(folder, "blocks");
        await RunToEndAsync(PromtoolBeside(binary),
            "tsdb", "create-blocks-from", "--max-block-duration=39366h", "openmetrics", metrics, blocks);
        var configuration = Path.Combine(folder, "prometheus.yml");
        await File.WriteAllTextAsync(configuration, "global: {}\nscrape_configs: []\n");
        var port = FreePort();
        var server = new PrometheusServer(
            Start(binary, $"--config.file={configuration}", $"--storage.tsdb.path={blocks}", "--storage.tsdb.retention.time=100y",
                $"--web.listen-address=127.0.0.1:{port}"),
            port);
        try
        {
            await server.UntilReadyAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>The series of a range query with a step of one hour.</summary>
    public async Task<JsonElement[]> HourlyAsync(string query, DateTimeOffset from, DateTimeOffset to)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["query"] = query,
            ["start"] = $"{from.ToUnixTimeSeconds()}",
            ["end"] = $"{to.ToUnixTimeSeconds()}",
            ["step"] = "3600",
        });
        using var response = await client.PostAsync(new Uri("/api/v1/query_range", UriKind.Relative), form);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("data").GetProperty("result").EnumerateArray()];
    }

    public void Dispose()
    {
        client.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task UntilReadyAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            process.HasExited.ShouldBeFalse("Prometheus ended at once.");
            try
            {
                using var response = await client.GetAsync(new Uri("/-/ready", UriKind.Relative), limit.Token);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, limit.Token);
        }
    }

    private static async Task RunToEndAsync(string program, params string[] arguments)
    {
        using var running = Start(program, arguments);
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await running.WaitForExitAsync(limit.Token);
        }
        finally
        {
            running.Kill();
        }

        running.ExitCode.ShouldBe(0, program);
    }

    private static Process Start(string program, params string[] arguments)
    {
        var started = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // Unread pipes would fill and stop the program.
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private static IEnumerable<string> Cached()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SloFunctions.sln")))
        {
            root = root.Parent;
        }

        var cache = Path.Combine(root?.FullName ?? "", ".cache", "prometheus");
        return Directory.Exists(cache) ? Directory.EnumerateFiles(cache, "prometheus", SearchOption.AllDirectories) : [];
    }

    private static string PromtoolBeside(string prometheus) => Path.Combine(Path.GetDirectoryName(prometheus)!, "promtool");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
