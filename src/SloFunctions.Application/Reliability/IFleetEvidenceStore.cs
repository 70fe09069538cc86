namespace SloFunctions.Application.Reliability;

/// <summary>Keeps what recommendations rested on. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IFleetEvidenceStore
{
    /// <summary>Keeps evidence; the same evidence is kept once.</summary>
    /// <param name="id">The id to give it.</param>
    /// <param name="content">The evidence.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Its id: the one given, or that of the same evidence kept before.</returns>
    Task<Guid> SaveAsync(Guid id, FleetEvidenceContent content, CancellationToken cancellation);

    /// <summary>The bytes of evidence; null when it is not kept any more.</summary>
    Task<byte[]?> FindAsync(Guid id, CancellationToken cancellation);
}
