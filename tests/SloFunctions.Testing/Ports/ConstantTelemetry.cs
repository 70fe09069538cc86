using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Testing.Ports;

/// <summary>A metric store in which each service has the same counts in every hour, and that notes what it is asked.</summary>
public sealed class ConstantTelemetry(params IReadOnlyList<string> services) : ITelemetrySource
{
    private readonly List<(TimeWindow Window, IReadOnlyCollection<ServiceId>? Only)> requests = [];

    /// <summary>What was asked for, oldest first.</summary>
    public IReadOnlyList<(TimeWindow Window, IReadOnlyCollection<ServiceId>? Only)> Requests => requests;

    /// <summary>Whether it gives all services, whichever are asked for.</summary>
    public bool GivesOthers { get; set; }

    /// <summary>Called with each request before it is answered.</summary>
    public Action<TimeWindow>? BeforeAnswering { get; set; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ServiceHour>> ReadHoursAsync(
        TimeWindow window, IReadOnlyCollection<ServiceId>? only, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        requests.Add((window, only));
        BeforeAnswering?.Invoke(window);
        return Task.FromResult<IReadOnlyList<ServiceHour>>([.. services
            .Select(ServiceId.Of)
            .Where(s => only is null || GivesOthers || only.Contains(s))
            .SelectMany(s => Enumerable.Range(0, window.Hours).Select(h =>
                new ServiceHour(s, new HourlySli(window.Start.AddHours(h), new SliCounts(99, 100), null, null))))]);
    }
}
