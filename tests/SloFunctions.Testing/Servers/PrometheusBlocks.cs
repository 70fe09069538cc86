using System.Diagnostics;

namespace SloFunctions.Testing.Servers;

/// <summary>Makes Prometheus data folders from OpenMetrics text.</summary>
public static class PrometheusBlocks
{
    /// <summary>Starts a server that holds the samples of <paramref name="openMetrics"/>.</summary>
    /// <exception cref="ServerFailedException">The text was refused, or the server did not start.</exception>
    public static async Task<PrometheusServer> ServeAsync(string openMetrics, CancellationToken cancellationToken = default)
    {
        var folder = ServerFolder.Create();
        try
        {
            var file = Path.Combine(folder, "metrics.om");
            var data = Path.Combine(folder, "data");
            await File.WriteAllTextAsync(file, openMetrics, cancellationToken);
            await BackfillAsync(file, data, cancellationToken);
            return await PrometheusServer.StartAsync(data, cancellationToken);
        }
        finally
        {
            ServerFolder.Delete(folder);
        }
    }

    private static async Task BackfillAsync(string file, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(RepositoryRoot.Combine("tools", "servers", "backfill.sh"), [file, folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new ServerFailedException("backfill.sh did not start.");
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new ServerFailedException($"backfill.sh ended with exit code {process.ExitCode}:\n{await output}{await errors}");
        }
    }
}
