using System.Diagnostics;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Prometheus.Alerts;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts;

/// <summary>A folder with rule files, and what promtool says of them.</summary>
internal sealed class RuleFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("slofunctions-rules-").FullName;

    public static string Rules(RuleDialect dialect, params AlertedObjective[] objectives) => Rules(new PrometheusOptions(), dialect, objectives);

    public static string Rules(PrometheusOptions options, RuleDialect dialect, params AlertedObjective[] objectives)
    {
        using var text = new StringWriter();
        new PrometheusAlertRules(options).WriteRules(objectives, dialect, text);
        return text.ToString();
    }

    public static string Tests(RuleDialect dialect, params AlertedObjective[] objectives) => Tests(new PrometheusOptions(), dialect, objectives);

    public static string Tests(PrometheusOptions options, RuleDialect dialect, params AlertedObjective[] objectives)
    {
        using var text = new StringWriter();
        new PrometheusAlertRules(options).WriteTests(objectives, dialect, "rules.yml", text);
        return text.ToString();
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    /// <summary>Runs promtool beside the files; the exit code is 0 when it agrees.</summary>
    public async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var process = Process.Start(new ProcessStartInfo(RepositoryRoot.Combine("tools", "servers", "promtool.sh"), arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + await error);
    }

    public async Task ShouldPassAsync(string tests = "tests.yml")
    {
        var (exitCode, said) = await RunAsync("test", "rules", tests);
        exitCode.ShouldBe(0, said);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
