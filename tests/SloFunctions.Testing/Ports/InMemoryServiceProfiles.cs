using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Testing.Ports;

/// <summary>Profiles in memory: the kind of service as it was set, the first hour as it is stored.</summary>
public sealed class InMemoryServiceProfiles(InMemorySliStore telemetry) : IServiceProfiles
{
    private readonly Dictionary<string, Archetype> archetypes = [];

    /// <summary>Sets what kind of service one is.</summary>
    public void Classify(string service, Archetype archetype) => archetypes[service] = archetype;

    /// <summary>Services whose profiles cannot be read.</summary>
    public HashSet<string> Poisoned { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<ServiceProfile> ReadAsync(ServiceId service, CancellationToken cancellation)
    {
        if (Poisoned.Contains(service.Value)) throw new InvalidDataException("The profile is poisoned.");
        var hours = telemetry.Stored.Where(h => h.Service == service.Value).Select(h => (DateTimeOffset?)h.Sli.Hour);
        return Task.FromResult(new ServiceProfile(archetypes.GetValueOrDefault(service.Value, Archetype.Backend), hours.Min()));
    }
}
