using System.Diagnostics;

namespace SloFunctions.Testing.Alerts;

/// <summary>Files of rules and of their tests, saved beside each other and judged by promtool.</summary>
public sealed class PromtoolFolder : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("slo-rules-").FullName;

    /// <summary>Saves a file.</summary>
    public Task SaveAsync(string name, string text) => File.WriteAllTextAsync(System.IO.Path.Combine(Path, name), text);

    /// <summary>What is wrong with a file of rules; empty when nothing.</summary>
    public Task<string> CheckAsync(string name) => RunAsync("check", "rules", name);

    /// <summary>Which tests fail; empty when none.</summary>
    public Task<string> TestAsync(string name) => RunAsync("test", "rules", name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var process = Process.Start(new ProcessStartInfo(RepositoryRoot.Combine("tools", "servers", "promtool.sh"), arguments)
        {
            WorkingDirectory = Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 ? "" : $"exit code {process.ExitCode}\n{await output}{await error}";
    }
}
