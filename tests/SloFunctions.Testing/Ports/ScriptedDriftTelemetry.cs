using SloFunctions.Application.Drift;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Testing.Ports;

/// <summary>A metric store whose services have a latency of a fifth of a second, with noise, times what a test says of the time.</summary>
public sealed class ScriptedDriftTelemetry : IDriftTelemetry
{
    /// <summary>How many times the usual latency a service has at a time; not a number where nobody asks it anything.</summary>
    public Func<string, DateTimeOffset, double> Latency { get; set; } = (_, _) => 1;

    /// <summary>The share of requests that fail.</summary>
    public Func<string, DateTimeOffset, double> ErrorRatio { get; set; } = (_, _) => 0;

    /// <summary>Whether questions about these services are answered.</summary>
    public Func<IReadOnlyCollection<ServiceId>, bool> Answers { get; set; } = _ => true;

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ServiceId, ServicePoints>> ReadAsync(
        IReadOnlyCollection<ServiceId> services, PointSpan span, CancellationToken cancellation)
    {
        if (!Answers(services)) throw new DependencyUnavailableException("prometheus", TimeSpan.FromSeconds(30), null);
        return Task.FromResult<IReadOnlyDictionary<ServiceId, ServicePoints>>(services.ToDictionary(s => s, s => Points(s.Value, span)));
    }

    private ServicePoints Points(string service, PointSpan span)
    {
        var points = new ServicePoints(new double[span.Count], new double[span.Count], new double[span.Count]);
        for (int i = 0; i < span.Count; i++)
        {
            var time = span.TimeOf(i);
            // The same minute is the same noise, whenever it is asked for.
            var random = new SeededRandom((ulong)time.ToUnixTimeSeconds() * 31);
            double times = Latency(service, time);
            points.Latency[i] = 0.2 * times * Math.Exp(0.04 * random.Normal());
            points.Totals[i] = double.IsNaN(times) ? double.NaN : 10_000;
            points.Errors[i] = points.Totals[i] * ErrorRatio(service, time);
        }

        return points;
    }
}
