using System.Diagnostics;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Grafana;

/// <summary>Runs a script of tools to its end.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs it, at most for three minutes.</summary>
    /// <param name="script">The path below tools.</param>
    /// <param name="variables">Environment variables it needs besides.</param>
    /// <param name="arguments">What it is called with.</param>
    /// <returns>Its exit code and all that it printed.</returns>
    public static async Task<(int Code, string Printed)> RunAsync(string script, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Limit);
        var start = new ProcessStartInfo("node", [RepositoryRoot.Combine("tools", script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output + await error);
    }
}
