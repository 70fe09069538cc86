using System.Diagnostics;
using System.Text.Json;
using SloFunctions.Testing;

namespace SloFunctions.Architecture.Tests.Deployment;

public sealed class PackagingTests
{
    [Fact]
    public async Task What_is_published_is_made_of_the_real_packages()
    {
        var published = await EvaluateAsync("-p:_IsPublishing=true");

        published.UseStandIns.ShouldBe("false");
        published.Packages.ShouldContain("Microsoft.Azure.Functions.Worker");
        published.Packages.ShouldContain("Microsoft.Azure.Functions.Worker.Sdk");
        published.Packages.ShouldContain("Microsoft.Identity.Web");
        published.Projects.ShouldNotContain(p => p.Contains("StandIns", StringComparison.Ordinal));
        published.Projects.ShouldContain(p => p.Contains("SloFunctions.Application", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_built_here_is_made_of_stand_ins()
    {
        var built = await EvaluateAsync();

        built.UseStandIns.ShouldBe("true");
        built.Packages.ShouldNotContain("Microsoft.Azure.Functions.Worker");
        built.Projects.ShouldContain(p => p.Contains("StandIns/Microsoft.Azure.Functions.Worker/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_for_stand_ins_gets_them_and_is_kept_from_deploying_them()
    {
        (await EvaluateAsync("-p:_IsPublishing=true", "-p:UseStandIns=true")).UseStandIns.ShouldBe("true");
        var (code, error) = await RunAsync("bash", ["infra/hooks/prepackage.sh"], ("UseStandIns", "true"));

        code.ShouldBe(1);
        error.ShouldContain("stand-ins must not be deployed");
    }

    [Fact]
    public async Task Packaging_goes_on_with_the_real_packages()
    {
        (await RunAsync("bash", ["infra/hooks/prepackage.sh"], ("UseStandIns", ""))).Code.ShouldBe(0);
    }

    private static async Task<Evaluation> EvaluateAsync(params string[] properties)
    {
        var (code, output) = await RunAsync(
            "dotnet",
            ["msbuild", "src/SloFunctions.Functions", "-nologo", "-getProperty:UseStandIns", "-getItem:PackageReference", "-getItem:ProjectReference", .. properties],
            ("UseStandIns", ""));
        code.ShouldBe(0, output);
        var answer = JsonSerializer.Deserialize<JsonElement>(output);
        string[] Items(string kind) => [.. answer.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(i => i.GetProperty("Identity").GetString()!.Replace('\\', '/'))];
        return new Evaluation(answer.GetProperty("Properties").GetProperty("UseStandIns").GetString()!, Items("PackageReference"), Items("ProjectReference"));
    }

    private static async Task<(int Code, string Text)> RunAsync(string program, string[] arguments, (string Name, string Value) variable)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (variable.Value.Length > 0) start.Environment[variable.Name] = variable.Value;
        else start.Environment.Remove(variable.Name);
        // What starts this test may have set them for itself.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, process.ExitCode == 0 ? await output : await output + await error);
    }

    private sealed record Evaluation(string UseStandIns, string[] Packages, string[] Projects);
}
