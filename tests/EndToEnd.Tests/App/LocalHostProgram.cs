using System.Diagnostics;
using SloFunctions.Testing;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.App;

/// <summary>The built local host, as a command to start.</summary>
internal static class LocalHostProgram
{
    private static readonly string[] OwnSettings =
    [
        "Database", "Graph", "Prometheus", "Tempo", "Kubernetes", "Access", "Identity", "AzureAd", "RateLimits", "AuditAnchors", "Notifications", "Drift", "Deadlines", "Bulkheads", "Aggregation",
        "Recommendations", "Logging", .. Schedules.Names,
        "AzureWebJobsStorage",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_SERVICE_NAME",
    ];

    /// <summary>A process with these arguments and, of the app's own settings, these alone.</summary>
    public static ProcessStartInfo Command(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly(), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Without a host.json there, and so without the settings of whoever runs the tests.
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var name in start.Environment.Keys.Where(IsOwnSetting).ToArray()) start.Environment.Remove(name);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }

    /// <summary>Starts the app on a free port and waits until it listens.</summary>
    public static Task<ListeningProcess> StartAsync(IReadOnlyDictionary<string, string> settings) =>
        ListeningProcess.StartAsync(Command(settings, "--port", "0"));

    /// <summary>Runs it to its end, at most for a minute.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = Process.Start(Command(settings, arguments))!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // artifacts/bin/<project>/<configuration>: the same configuration as these tests.
    private static string Assembly()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "SloFunctions.LocalHost", own.Name, "SloFunctions.LocalHost.dll");
    }

    private static bool IsOwnSetting(string name) =>
        OwnSettings.Any(own => name == own || name.StartsWith(own + "__", StringComparison.OrdinalIgnoreCase));
}
