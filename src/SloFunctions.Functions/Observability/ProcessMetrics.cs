using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Observability;

/// <summary>Keeps what the app's own instruments measure in this process, to be scraped.</summary>
public sealed class ProcessMetrics : IHostedService, IDisposable
{
    private readonly Lock gate = new();
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<Instrument, InstrumentSeries> instruments = new();

    /// <summary>Listens from now on.</summary>
    public ProcessMetrics()
    {
        listener.InstrumentPublished = Subscribe;
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => ((InstrumentSeries)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => ((InstrumentSeries)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => ((InstrumentSeries)state!).Record(value, tags));
        listener.MeasurementsCompleted = (instrument, _) => instruments.TryRemove(instrument, out var _);
        listener.Start();
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    /// <summary>All metrics, by name, each sample under the label of this instance.</summary>
    internal IReadOnlyList<MetricFamily> Read()
    {
        var instance = new KeyValuePair<string, string>("instance", InstanceName.Value);
        lock (gate)
        {
            foreach (var series in instruments.Values) series.Forget();
            listener.RecordObservableInstruments();
            return [.. instruments.Values.Select(s => s.ToFamily(instance)).OrderBy(f => f.Name, StringComparer.Ordinal)];
        }
    }

    private void Subscribe(Instrument instrument, MeterListener own)
    {
        if (instrument.Meter.Name == TelemetryInstruments.MeterName)
            own.EnableMeasurementEvents(instrument, instruments.GetOrAdd(instrument, i => new InstrumentSeries(i)));
    }
}
