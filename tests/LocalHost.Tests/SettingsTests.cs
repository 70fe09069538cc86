using LocalHost.Tests.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SloFunctions.LocalHost;
using SloFunctions.LocalHost.Durable;

namespace LocalHost.Tests;

public class SettingsTests
{
    private const string Variable = "LocalHostTests__FromEnvironment";

    [Fact]
    public async Task Local_settings_are_weaker_than_the_environment_and_the_command_line()
    {
        Environment.SetEnvironmentVariable(Variable, "environment");
        var setup = new HostSetup
        {
            LocalSettings = """
                {
                  // As the Core Tools write it.
                  "IsEncrypted": false,
                  "Values": {
                    "LocalHostTests__FromEnvironment": "file",
                    "LocalHostTests__FromCommandLine": "file",
                    "LocalHostTests__FromFile": "file=yes",
                    "LocalHostTests:Number": 5,
                  },
                }
                """,
            Args = ["--LocalHostTests:FromCommandLine=command line"],
        };
        await using var host = await RunningHost.StartAsync(setup, typeof(RoutingFunctions));

        var settings = host.Services.GetRequiredService<IConfiguration>().GetSection("LocalHostTests");

        settings["FromEnvironment"].ShouldBe("environment");
        settings["FromCommandLine"].ShouldBe("command line");
        settings["FromFile"].ShouldBe("file=yes");
        settings["Number"].ShouldBe("5");
    }

    [Fact]
    public async Task The_app_knows_that_it_is_under_development()
    {
        var setup = new HostSetup { LocalSettings = """{ "Values": { "AZURE_FUNCTIONS_ENVIRONMENT": "Staging" } }""" };
        await using var host = await RunningHost.StartAsync(setup);

        host.Services.GetRequiredService<IHostEnvironment>().EnvironmentName.ShouldBe("Staging");
    }

    [Theory]
    [InlineData("{\n  \"Values\": {\n    \"A\" 1\n  }\n}", "local.settings.json(3,9): not valid JSON")]
    [InlineData("", "local.settings.json(1,1): not valid JSON")]
    [InlineData("[]", "expected a JSON object, found an array")]
    [InlineData("""{ "IsEncrypted": true }""", "is encrypted")]
    [InlineData("""{ "Values": [] }""", "\"Values\" must be an object, not an array")]
    [InlineData("""{ "Values": { "A": { "B": "c" } } }""", "the value of \"A\" must be a plain string")]
    [InlineData("""{ "Host": { "LocalHttpPort": 70000 } }""", "\"LocalHttpPort\" must be a port between 0 and 65535, not 70000")]
    [InlineData("""{ "Host": { "LocalHttpPort": "7071" } }""", "\"LocalHttpPort\" must be a port")]
    public async Task A_local_settings_file_that_makes_no_sense_is_refused(string content, string message)
    {
        var refusal = await Should.ThrowAsync<LocalHostException>(
            () => RunningHost.StartAsync(new HostSetup { LocalSettings = content }, typeof(RoutingFunctions)));

        refusal.Message.ShouldContain("local.settings.json");
        refusal.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("{}", "\"version\" must be \"2.0\"")]
    [InlineData("""{ "version": "2.0", "functionTimeout": "soon" }""", "\"functionTimeout\" must be a time")]
    [InlineData("""{ "version": "2.0", "extensions": { "http": { "routePrefix": 5 } } }""", "\"routePrefix\" must be a string, not a number")]
    [InlineData("""{ "version": "2.0", "logging": { "logLevel": { "default": "Loud" } } }""", "\"Loud\" is not a log level")]
    [InlineData("""{ "version": "2.0", "extensions": { "durableTask": [] } }""", "\"durableTask\" must be an object, not an array")]
    [InlineData("""{ "version": "2.0", "extensions": { "durableTask": { "hubName": "a-b" } } }""", "\"hubName\" must be a letter, then letters and digits")]
    [InlineData("""{ "version": "2.0", "extensions": { "durableTask": { "maxConcurrentActivityFunctions": 0 } } }""", "\"maxConcurrentActivityFunctions\" must be a whole number from 1 to 1000, not 0")]
    [InlineData("""{ "version": "2.0", "extensions": { "durableTask": { "maxConcurrentActivityFunctions": 1.5 } } }""", "not 1.5")]
    [InlineData("""{ "version": "2.0", "extensions": { "durableTask": { "maxConcurrentOrchestratorFunctions": "8" } } }""", "\"maxConcurrentOrchestratorFunctions\" must be a whole number from 1 to 1000, not \"8\"")]
    [InlineData("""{ "version": "2.0", "extensions": { "durableTask": { "maxConcurrentOrchestratorFunctions": 99999999999 } } }""", "not 99999999999")]
    [InlineData("""{ "version": "2.0" """, "host.json(1,")]
    public async Task A_host_file_that_makes_no_sense_is_refused(string content, string message)
    {
        var refusal = await Should.ThrowAsync<LocalHostException>(
            () => RunningHost.StartAsync(new HostSetup { HostJson = content }, typeof(RoutingFunctions)));

        refusal.Message.ShouldContain("host.json");
        refusal.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("{}", 10, 10)]
    [InlineData("""{ "durableTask": { "hubName": "Slo1", "maxConcurrentActivityFunctions": 3, "maxConcurrentOrchestratorFunctions": 7 } }""", 3, 7)]
    public async Task How_much_of_orchestrations_runs_at_once_comes_from_the_host_file(string extensions, int activities, int orchestrators)
    {
        var setup = new HostSetup { HostJson = $$"""{ "version": "2.0", "extensions": {{extensions}} }""" };
        await using var host = await RunningHost.StartAsync(setup, typeof(RoutingFunctions));

        host.Services.GetRequiredService<DurableOptions>().ShouldBe(
            new DurableOptions { MaxConcurrentActivityFunctions = activities, MaxConcurrentOrchestratorFunctions = orchestrators });
    }

    [Fact]
    public async Task Log_levels_come_from_the_host_file()
    {
        var setup = new HostSetup { HostJson = """{ "version": "2.0", "logging": { "logLevel": { "default": "None" } } }""" };
        await using var host = await RunningHost.StartAsync(setup, typeof(FailingFunctions));

        await host.Client.GetAsync("/api/Throws");

        host.Log.Lines.ShouldNotContain(line => line.Contains("boom"));
    }
}
