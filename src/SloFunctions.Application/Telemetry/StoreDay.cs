using SloFunctions.Application.Observability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>Reads a day's hours of many services together and stores them. Repeating it changes nothing.</summary>
public sealed class StoreDay(ITelemetrySource telemetry, ISliStore store)
{
    /// <summary>Reads and stores them.</summary>
    /// <returns>The number of service-hours stored.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The metric store or the database does not answer; nothing was stored.</exception>
    public async Task<int> HandleAsync(DayOfHours day, CancellationToken cancellation)
    {
        using var span = Tracing.Begin(nameof(StoreDay));
        var window = new TimeWindow(day.From, day.To);
        if (day.HistoriesOf is not { } run) return await store.StoreAsync(await telemetry.ReadHoursAsync(window, null, cancellation), cancellation);

        var services = await store.ReadPlannedAsync(run, cancellation);
        if (services.Count == 0) return 0;
        var wanted = services.ToHashSet();
        var hours = await telemetry.ReadHoursAsync(window, services, cancellation);
        return await store.StoreAsync([.. hours.Where(h => wanted.Contains(h.Service))], cancellation);
    }
}
