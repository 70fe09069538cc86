using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Identifiers;
using SloFunctions.Functions.Middleware;
using SloFunctions.LocalHost;
using SloFunctions.Testing.Ports;

namespace Functions.Tests.Middleware;

/// <summary>A host of <see cref="FailingFunctions"/> and <see cref="TimedFunctions"/> whose measurements and spans can be looked at.</summary>
public sealed class ObservedHost : IAsyncLifetime
{
    private const string HostJson = """{ "version": "2.0", "functionTimeout": "00:00:02", "extensions": { "http": { "routePrefix": "" } } }""";

    private readonly string folder = Directory.CreateTempSubdirectory("slofunctions-").FullName;
    private LocalFunctionHost? host;

    private MeterListener Meters { get; } = new();

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Measurements but counts of nothing: the instrument and its labels, as one text.</summary>
    public ConcurrentQueue<string> Measured { get; } = new();

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), HostJson);
        host = LocalFunctionHost.Create(Builder, [typeof(FailingFunctions), typeof(TimedFunctions)], LocalHostOptions.Parse(["--port", "0", "--directory", folder]));
        Listen(host.Services.GetRequiredService<RequestInstruments>(), host.Services.GetRequiredService<FunctionInstruments>());
        await host.StartAsync();
        Client.BaseAddress = new Uri(host.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        Meters.Dispose();
        if (host is not null)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Waits for a measurement: they are made after the answer has been sent.</summary>
    public async Task ShouldMeasureAsync(string expected)
    {
        var watch = Stopwatch.StartNew();
        while (!Measured.Contains(expected, StringComparer.Ordinal))
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(20)) Measured.ShouldContain(expected);
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private void Listen(params object[] own)
    {
        // Other hosts of this process have instruments of the same names.
        Meters.InstrumentPublished = (instrument, listener) =>
        {
            if (own.Contains(instrument.Meter.Scope)) listener.EnableMeasurementEvents(instrument);
        };
        Meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        Meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, 1, tags));
        Meters.Start();
    }

    private void Note(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (value > 0) Measured.Enqueue($"{instrument.Name}{{{string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}}}");
    }

    private static FunctionsApplicationBuilder Builder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args).ConfigureFunctionsWebApplication();
        builder.UseMiddleware<TelemetryMiddleware>();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.Services.AddSingleton<RequestInstruments>().AddSingleton<FunctionInstruments>().AddSingleton<IIdSource, CountedIds>().AddSingleton(TimeProvider.System);
        builder.Logging.ClearProviders();
        return builder;
    }
}
