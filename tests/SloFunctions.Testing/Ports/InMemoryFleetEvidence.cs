using SloFunctions.Application.Reliability;

namespace SloFunctions.Testing.Ports;

/// <summary>Fleet evidence in memory.</summary>
public sealed class InMemoryFleetEvidence : IFleetEvidenceStore
{
    private readonly Dictionary<Guid, FleetEvidenceContent> kept = [];

    /// <summary>How much is kept.</summary>
    public int Count => kept.Count;

    /// <inheritdoc/>
    public Task<Guid> SaveAsync(Guid id, FleetEvidenceContent content, CancellationToken cancellation)
    {
        foreach (var (known, other) in kept)
        {
            if (other.Hash.AsSpan().SequenceEqual(content.Hash)) return Task.FromResult(known);
        }

        kept[id] = content;
        return Task.FromResult(id);
    }

    /// <inheritdoc/>
    public Task<byte[]?> FindAsync(Guid id, CancellationToken cancellation) => Task.FromResult(kept.GetValueOrDefault(id)?.Bytes);

    /// <summary>Forgets everything.</summary>
    public void Clear() => kept.Clear();
}
