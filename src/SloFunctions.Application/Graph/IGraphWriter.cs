using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Where submissions of the dependency graph are stored.</summary>
public interface IGraphWriter
{
    /// <summary>
    /// Merges a submission into the stored graph, all of it or nothing. Services are created or completed, unknown ends of
    /// edges become discovered placeholders, edges are kept per (source, target, discovery source). Submissions are
    /// serialised.
    /// </summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer; nothing was stored.</exception>
    Task UpsertAsync(GraphUpdate update, CancellationToken cancellation);
}
