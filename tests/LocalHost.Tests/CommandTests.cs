using System.Net;
using System.Net.Sockets;
using LocalHost.Tests.Http;
using LocalHost.Tests.Timers;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost;

namespace LocalHost.Tests;

public class CommandTests
{
    private static readonly RunningHost.LogLines Log = new();

    private static FunctionsApplicationBuilder Builder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args).ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(new Probe());
        builder.Logging.ClearProviders().AddProvider(Log);
        return builder;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await LocalHostCommand.RunAsync(Builder, [typeof(FailingFunctions)], args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task The_program_lists_its_functions_and_says_at_last_where_it_listens()
    {
        using var stop = new CancellationTokenSource();
        await using var output = new AwaitableWriter("Listening on ");
        await using var error = new StringWriter();
        string[] args = ["--port", "0", "--directory", new HostSetup().Options().Directory, "--Timers:Drift=00:30:00", $"--LocalHost:StateDirectory={TestFolders.Create()}"];

        var run = LocalHostCommand.RunAsync(Builder, [typeof(FailingFunctions), typeof(FromSetting)], args, output, error, stop.Token);
        var address = (await output.Line.WaitAsync(TimeSpan.FromSeconds(20)))["Listening on ".Length..];
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        (await client.GetStringAsync("/Fine")).ShouldBe("fine");
        await stop.CancelAsync();

        (await run).ShouldBe(0);
        address.ShouldStartWith("http://127.0.0.1:");
        output.ToString().ShouldContain($"Fine         GET /Fine{Environment.NewLine}");
        output.ToString().ShouldContain($"FromSetting  timer 00:30:00 (UTC){Environment.NewLine}");
        output.ToString().TrimEnd().ShouldEndWith($"Listening on {address}");
        error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taken_port_is_one_clear_line_and_exit_code_1()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var port = ((IPEndPoint)squatter.LocalEndpoint).Port;

        var (code, _, error) = await RunAsync("--port", $"{port}", "--directory", new HostSetup().Options().Directory);

        code.ShouldBe(1);
        error.ShouldBe($"http://127.0.0.1:{port} is in use by another program; choose another port with --port{Environment.NewLine}");
        Log.Lines.ShouldNotContain(line => line.Contains("failed to start"));
    }

    [Fact]
    public async Task A_malformed_settings_file_is_one_clear_line_and_exit_code_1()
    {
        var folder = new HostSetup { LocalSettings = "{ nonsense" }.Options().Directory;

        var (code, output, error) = await RunAsync("--directory", folder);

        code.ShouldBe(1);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith($"{folder}/local.settings.json(1,3): not valid JSON");
        output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_shows_the_options()
    {
        var (code, output, _) = await RunAsync("--help");

        code.ShouldBe(0);
        output.ShouldContain("--port N");
    }

    [Theory]
    [InlineData("--port must be a number", "--port", "http")]
    [InlineData("--port must be a number", "--port=65536")]
    [InlineData("--port needs a value", "--port")]
    [InlineData("--urls must hold addresses", "--urls", "7071")]
    [InlineData("--urls must hold addresses", "--urls", "https://127.0.0.1:0")]
    public async Task An_option_that_makes_no_sense_is_named(string message, params string[] args)
    {
        var (code, _, error) = await RunAsync(args);

        code.ShouldBe(1);
        error.ShouldStartWith(message);
    }

    [Fact]
    public void Options_of_the_app_are_left_to_the_app()
    {
        var options = LocalHostOptions.Parse(["--Slo:Database=x", "--port=7080", "--other", "y"]);

        options.AppArguments.ShouldBe(["--Slo:Database=x", "--other", "y"]);
        options.Urls.ShouldBe("http://127.0.0.1:7080");
    }

    /// <summary>Hands over the first line with a given beginning.</summary>
    private sealed class AwaitableWriter(string beginning) : StringWriter
    {
        private readonly TaskCompletionSource<string> line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => line.Task;

        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.StartsWith(beginning, StringComparison.Ordinal) == true)
            {
                line.TrySetResult(value);
            }
        }
    }
}
