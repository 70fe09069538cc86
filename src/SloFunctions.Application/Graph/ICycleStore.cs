namespace SloFunctions.Application.Graph;

/// <summary>Where circular dependencies are recorded. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface ICycleStore
{
    /// <summary>The cycles after an id.</summary>
    /// <param name="status">Only those; null for all.</param>
    /// <param name="after">Null for the first ones.</param>
    /// <param name="count">The most cycles to return.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<CycleSummary>> ListAsync(CycleStatus? status, Guid? after, int count, CancellationToken cancellation);

    /// <summary>One cycle; null when there is none of that id.</summary>
    Task<CycleSummary?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>Notes that somebody has seen an open cycle; one that is not open stays as it is.</summary>
    Task AcknowledgeAsync(Guid id, string actor, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Closes a cycle; one that is closed already stays as it is.</summary>
    Task ResolveAsync(Guid id, string actor, string? notes, DateTimeOffset now, CancellationToken cancellation);
}
