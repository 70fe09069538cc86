using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.Functions.Middleware;
using SloFunctions.LocalHost;

namespace Functions.Tests.Middleware;

/// <summary>A host of <see cref="FailingFunctions"/> behind our middleware.</summary>
public sealed class FailingHost : IAsyncLifetime
{
    // Time enough for all but the function that waits for it.
    private const string HostJson = """{ "version": "2.0", "functionTimeout": "00:00:02", "extensions": { "http": { "routePrefix": "" } } }""";

    private readonly string folder = Directory.CreateTempSubdirectory("slofunctions-").FullName;
    private LocalFunctionHost? host;

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), HostJson);
        host = LocalFunctionHost.Create(Builder, [typeof(FailingFunctions)], LocalHostOptions.Parse(["--port", "0", "--directory", folder]));
        await host.StartAsync();
        Client.BaseAddress = new Uri(host.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (host is not null)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static FunctionsApplicationBuilder Builder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args).ConfigureFunctionsWebApplication();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.Logging.ClearProviders();
        return builder;
    }
}
