using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using SloFunctions.LocalHost;
using SloFunctions.Testing;

namespace LocalHost.Tests;

/// <summary>How a host is started: its settings files, arguments and services.</summary>
internal sealed class HostSetup
{
    public string Folder { get; init; } = TestFolders.Create();

    public string HostJson { get; init; } = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""";

    public string? LocalSettings { get; init; }

    public string[] Args { get; init; } = [];

    public Action<FunctionsApplicationBuilder>? Configure { get; init; }

    public static HostSetup At(FakeClock clock, string? folder = null, string[]? args = null) => new()
    {
        Folder = folder ?? TestFolders.Create(),
        Args = args ?? [],
        Configure = builder => builder.Services.AddSingleton<TimeProvider>(clock),
    };

    public LocalHostOptions Options()
    {
        File.WriteAllText(Path.Combine(Folder, "host.json"), HostJson);
        if (LocalSettings is not null)
        {
            File.WriteAllText(Path.Combine(Folder, "local.settings.json"), LocalSettings);
        }

        return LocalHostOptions.Parse(["--port", "0", "--directory", Folder, $"--LocalHost:StateDirectory={Path.Combine(Folder, "state")}", .. Args]);
    }
}
