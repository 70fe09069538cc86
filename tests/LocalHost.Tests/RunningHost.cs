using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost;

namespace LocalHost.Tests;

/// <summary>A host with sample functions, listening on a free port, with a folder of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly LocalFunctionHost host;

    private RunningHost(LocalFunctionHost host, string folder, Probe probe, LogLines log) =>
        (this.host, Folder, Probe, Log) = (host, folder, probe, log);

    public string Folder { get; }

    public Probe Probe { get; }

    public LogLines Log { get; }

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => host.Services;

    public static Task<RunningHost> StartAsync(params Type[] classes) => StartAsync(new HostSetup(), classes);

    public static async Task<RunningHost> StartAsync(HostSetup setup, params Type[] classes)
    {
        var probe = new Probe();
        var log = new LogLines();
        var built = LocalFunctionHost.Create(args => Builder(args, setup, probe, log), classes, setup.Options());
        var running = new RunningHost(built, setup.Folder, probe, log);
        try
        {
            await built.StartAsync();
            running.Client = new HttpClient { BaseAddress = new Uri(built.Addresses.Single()), Timeout = TimeSpan.FromSeconds(30) };
            return running;
        }
        catch
        {
            await built.DisposeAsync();
            throw;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
    }

    private static FunctionsApplicationBuilder Builder(string[] args, HostSetup setup, Probe probe, LogLines log)
    {
        var builder = FunctionsApplication.CreateBuilder(args).ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(probe);
        builder.Logging.ClearProviders().AddProvider(log);
        setup.Configure?.Invoke(builder);
        return builder;
    }

    /// <summary>Keeps what is logged.</summary>
    public sealed class LogLines : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => new Logger(lines);

        public void Dispose()
        {
        }

        private sealed class Logger(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception?.Message}");
        }
    }
}
