using System.Diagnostics;
using SloFunctions.Testing;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>A program of this repository as a process of its own, up when it has said where it listens.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string ReadyPrefix = "Listening on ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private HostProcess(Process process, Uri baseUrl) => (this.process, BaseUrl) = (process, baseUrl);

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Starts a built program (Release) and waits until it listens.</summary>
    public static async Task<HostProcess> StartAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        string file = RepositoryRoot.Combine("artifacts", "bin", program, "release", program + ".dll");
        var start = new ProcessStartInfo("dotnet", [file, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var started = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        try
        {
            while (await started.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (!line.StartsWith(ReadyPrefix, StringComparison.Ordinal)) continue;
                // A full pipe would hold the process up.
                _ = started.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new HostProcess(started, new Uri(line[ReadyPrefix.Length..].Split(' ')[0]));
            }

            throw new InvalidOperationException($"{program} ended before it listened.");
        }
        catch
        {
            started.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
