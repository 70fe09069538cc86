using System.Diagnostics;
using EndToEnd.Tests.App;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Backstage;

[Collection(PlainAppTests.Name)]
public sealed class BackstageClientTests(PlainApp app)
{
    private static readonly string Folder = RepositoryRoot.Combine("tools", "backstage-client");

    [Fact]
    public async Task The_generated_sources_are_those_of_the_document() => await NodeAsync("generate.mjs", "--check");

    [Fact]
    public async Task The_client_type_checks_and_works_with_the_running_app()
    {
        await NodeAsync(RepositoryRoot.Combine("tools", "node_modules", "typescript", "bin", "tsc"));

        string output = await NodeAsync("--test", "test/");

        output.ShouldContain("# fail 0");
        output.ShouldContain("# skipped 0");
    }

    private async Task<string> NodeAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SLO_BASE_URL"] = app.Api.BaseUrl.ToString(), ["SLO_API_KEY"] = app.Api.Key },
        };
        // Set inside of a run of node's own tests, it changes what is printed.
        start.Environment.Remove("NODE_TEST_CONTEXT");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            process.ExitCode.ShouldBe(0, $"{await output}\n{await error}");
            return await output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
