using SloFunctions.Application.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Testing.Ports;

/// <summary>Circular dependencies without a database, numbered from 1 in their ids.</summary>
public sealed class InMemoryCycleStore(DateTimeOffset detectedAt, int count) : ICycleStore
{
    private readonly SortedDictionary<Guid, CycleSummary> cycles = new(Enumerable.Range(1, count)
        .Select(i => new CycleSummary(new Guid(i, 0, 0, new byte[8]), [$"a{i}", $"b{i}", $"a{i}"], [$"a{i}", $"b{i}"], "open", true, detectedAt, null, null, null, null, null))
        .ToDictionary(c => c.Id));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CycleSummary>> ListAsync(CycleStatus? status, Guid? after, int count, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CycleSummary>>([
            .. cycles.Values
                .Where(c => (after is null || c.Id.CompareTo(after.Value) > 0) && (status is not { } s || c.Status == Term<CycleStatus>.Name(s)))
                .Take(count),
        ]);

    /// <inheritdoc/>
    public Task<CycleSummary?> FindAsync(Guid id, CancellationToken cancellation) => Task.FromResult(cycles.GetValueOrDefault(id));

    /// <inheritdoc/>
    public Task AcknowledgeAsync(Guid id, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        cycles[id] = cycles[id] with { Status = "acknowledged", AcknowledgedBy = actor, AcknowledgedAt = now };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ResolveAsync(Guid id, string actor, string? notes, DateTimeOffset now, CancellationToken cancellation)
    {
        cycles[id] = cycles[id] with { Status = "resolved", ResolvedBy = actor, ResolutionNotes = notes, ResolvedAt = now };
        return Task.CompletedTask;
    }
}
