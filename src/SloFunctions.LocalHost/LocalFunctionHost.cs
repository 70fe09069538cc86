using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SloFunctions.LocalHost.Admin;
using SloFunctions.LocalHost.Discovery;
using SloFunctions.LocalHost.DurableWebhooks;
using SloFunctions.LocalHost.EventGrid;
using SloFunctions.LocalHost.Settings;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost;

/// <summary>Runs an app's functions on Kestrel, with the paths and schedules of the Azure Functions host.</summary>
public sealed class LocalFunctionHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly IReadOnlyList<FunctionTrigger> triggers;

    private LocalFunctionHost(WebApplication app, IReadOnlyList<FunctionTrigger> triggers) => (this.app, this.triggers) = (app, triggers);

    /// <summary>Each function with what starts it.</summary>
    public IEnumerable<(string Name, string Trigger)> Functions => triggers.Select(trigger => (trigger.Function.Name, trigger.Description));

    /// <summary>Where the host listens, with the real ports, once it has been started.</summary>
    public IEnumerable<string> Addresses => app.Urls;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Builds the host.</summary>
    /// <param name="createBuilder">Makes the app's builder from arguments that carry its settings.</param>
    /// <param name="classes">Where to look for functions.</param>
    /// <param name="options">Where the settings files are and where to listen.</param>
    /// <exception cref="LocalHostException">A settings file or a function's declaration is wrong.</exception>
    public static LocalFunctionHost Create(
        Func<string[], FunctionsApplicationBuilder> createBuilder, IEnumerable<Type> classes, LocalHostOptions options)
    {
        var functions = FunctionCatalog.Discover(classes);
        var hostJson = HostJson.Read(Path.Combine(options.Directory, HostJson.FileName));
        var local = LocalSettings.Read(Path.Combine(options.Directory, LocalSettings.FileName));

        var builder = createBuilder(AppArguments.From(options, local, Environment.GetEnvironmentVariables()));
        HostServices.Add(builder, hostJson, local);
        var built = (WebApplication)builder.Build();
        built.Urls.Clear();
        foreach (var url in (options.Urls ?? LocalHostOptions.Loopback(local.Port ?? 7071)).Split(';'))
        {
            built.Urls.Add(url);
        }

        try
        {
            return new LocalFunctionHost(built, Attach(built, functions, local));
        }
        catch
        {
            ((IDisposable)built).Dispose();
            throw;
        }
    }

    /// <summary>Starts listening, then the timers.</summary>
    /// <exception cref="LocalHostException">The address cannot be listened at.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var urls = string.Join(';', app.Urls);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new LocalHostException($"{urls} is in use by another program; choose another port with --port", taken);
        }
        catch (SocketException refused)
        {
            throw new LocalHostException($"{urls} cannot be listened at: {refused.Message}", refused);
        }
    }

    /// <summary>Stops accepting, waits up to 30 seconds for what is running, then cancels it.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    /// <summary>Ends after a signal (SIGTERM, SIGINT) or <paramref name="stop"/> has stopped the host.</summary>
    public Task WaitForShutdownAsync(CancellationToken stop = default) => app.WaitForShutdownAsync(stop);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        foreach (var disposable in triggers.OfType<IDisposable>())
        {
            disposable.Dispose();
        }
    }

    private static FunctionTrigger[] Attach(WebApplication host, IReadOnlyList<FunctionMethod> functions, LocalSettings local)
    {
        var kinds = host.Services.GetServices<ITriggerKind>().ToArray();
        FunctionTrigger[] attached = [.. functions.Select(function => Attach(kinds, function))];
        if (local.CorsOrigins.Count > 0)
        {
            host.UseCors();
        }

        foreach (var trigger in attached)
        {
            trigger.Map(host);
        }

        new AdminEndpoint(attached).Map(host);
        new EventGridWebhook(attached.OfType<EventGridTrigger>()).Map(host);
        if (host.Services.GetService<DurableTaskClient>() is { } orchestrations)
        {
            new InstanceEndpoints(orchestrations).Map(host);
        }

        host.Services.GetRequiredService<TriggerStarter>().Triggers = attached;
        return attached;
    }

    private static FunctionTrigger Attach(ITriggerKind[] kinds, FunctionMethod function) =>
        Array.Find(kinds, kind => kind.Handles(function))?.Attach(function)
        ?? throw new LocalHostException($"{function.EntryPoint}: the local host does not know {function.Trigger.GetType().Name}");
}
