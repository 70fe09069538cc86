using System.Globalization;
using SloFunctions.Application.Reliability;

namespace SloFunctions.Testing.Ports;

/// <summary>The versions of what is in memory.</summary>
public sealed class InMemoryLandscapeVersions(InMemoryGraphStore graphs, InMemorySliStore telemetry, InMemoryActiveSlos slos, InMemoryFleetPriors priors)
    : ILandscapeVersionReader
{
    /// <inheritdoc/>
    public async Task<LandscapeVersion> ReadAsync(CancellationToken cancellation)
    {
        var state = await telemetry.ReadStateAsync(cancellation);
        var targets = (await slos.ReadAvailabilityTargetsAsync(cancellation)).OrderBy(t => t.Key.Value, StringComparer.Ordinal);
        return new LandscapeVersion(
            (await graphs.ReadCurrentAsync(cancellation)).SnapshotId,
            state.Through,
            state.Unfilled.Count,
            priors.Latest?.FittedAt,
            string.Join(' ', targets.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key}={t.Value:R}"))));
    }
}
