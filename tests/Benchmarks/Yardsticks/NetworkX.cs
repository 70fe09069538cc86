using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SloFunctions.Testing;

namespace SloFunctions.Benchmarks.Yardsticks;

/// <summary>networkx, Python's graph library, from the system or from the cache.</summary>
internal static class NetworkX
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Times its strongly connected components.</summary>
    /// <param name="vertices">How many vertices.</param>
    /// <param name="edges">The edges.</param>
    /// <param name="rounds">How often, after one round that does not count.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Milliseconds of each round, and how many components there are.</returns>
    /// <exception cref="InvalidOperationException">Python or networkx is missing.</exception>
    public static async Task<(IReadOnlyList<double> Milliseconds, int Components, string Version)> TimeAsync(
        int vertices, IEnumerable<(int Source, int Target)> edges, int rounds, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        using var process = Start(vertices, rounds);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await WriteAsync(process, edges);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0) throw new InvalidOperationException($"networkx is missing; run tools/servers/fetch.sh networkx. {(await error).Trim()}");
            using var answer = JsonDocument.Parse(await output);
            return (
                [.. answer.RootElement.GetProperty("milliseconds").EnumerateArray().Select(m => m.GetDouble())],
                answer.RootElement.GetProperty("components").GetInt32(),
                answer.RootElement.GetProperty("version").GetString()!);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(int vertices, int rounds)
    {
        string cache = Environment.GetEnvironmentVariable("SLO_CACHE") is { Length: > 0 } own ? own : RepositoryRoot.Combine(".cache");
        // Debian's own interpreter: another one does not look where Debian's packages are.
        string python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var start = new ProcessStartInfo(python)
        {
            ArgumentList =
            {
                RepositoryRoot.Combine("tests", "Benchmarks", "Yardsticks", "networkx_components.py"),
                vertices.ToString(CultureInfo.InvariantCulture),
                rounds.ToString(CultureInfo.InvariantCulture),
            },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONPATH"] = Path.Combine(cache, "networkx", "usr", "lib", "python3", "dist-packages");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new InvalidOperationException("python3 is missing; install it to compare with networkx.", failure);
        }
    }

    private static async Task WriteAsync(Process process, IEnumerable<(int Source, int Target)> edges)
    {
        try
        {
            foreach (var (source, target) in edges) await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{source} {target}"));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended early; its exit code says so.
        }
    }
}
