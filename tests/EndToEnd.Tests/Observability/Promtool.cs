using System.Diagnostics;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Observability;

/// <summary>Prometheus' own judgement of metrics.</summary>
internal static class Promtool
{
    /// <summary>What it complains of; empty when nothing.</summary>
    public static async Task<string> CheckAsync(string metrics)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var process = Process.Start(new ProcessStartInfo(RepositoryRoot.Combine("tools", "servers", "promtool.sh"), ["check", "metrics"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(metrics.AsMemory(), limit.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        string said = await output + await error;
        return process.ExitCode == 0 || said.Length > 0 ? said : $"exit code {process.ExitCode}";
    }
}
