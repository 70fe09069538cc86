using SloFunctions.Application.Reliability;
using SloFunctions.Application.Reports;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Testing.Ports;

/// <summary>SLOs that people chose in memory; what was counted comes from hours in memory.</summary>
public sealed class InMemoryShadowRecords(IFleetHistories hours) : IShadowRecords
{
    private readonly List<ShadowSlo> slos = [];

    /// <summary>The services whose histories were read, call by call.</summary>
    public List<int> HistoriesRead { get; } = [];

    /// <summary>Puts an SLO in force.</summary>
    public InMemoryShadowRecords Activate(ShadowSlo slo)
    {
        slos.Add(slo);
        return this;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ShadowSlo>> ReadSlosAsync(ShadowKey key, DateTimeOffset trialStart, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ShadowSlo>>([.. slos.OrderBy(s => s.Service.Value, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ServiceId, ObjectiveCounts>> ReadCountsAsync(
        IReadOnlyDictionary<ServiceId, TimeWindow> days, CancellationToken cancellation)
    {
        var counts = new Dictionary<ServiceId, ObjectiveCounts>();
        foreach (var (service, window) in days)
        {
            await foreach (var (found, slots) in hours.ReadAsync(window, cancellation))
            {
                if (found != service) continue;
                SliCounts[] measured = [.. slots.OfType<SliCounts>()];
                counts[service] = new ObjectiveCounts(measured.Length, measured.Length, 0, measured.Aggregate((sum, hour) => sum + hour));
            }
        }

        return counts;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(ServiceId Service, SliCounts?[] Hours)> ReadHistoriesAsync(
        IReadOnlyCollection<ServiceId> services,
        TimeWindow window,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        HistoriesRead.Add(services.Count);
        await foreach (var found in hours.ReadAsync(window, cancellation))
        {
            if (services.Contains(found.Service)) yield return found;
        }
    }
}
