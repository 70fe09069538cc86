using SloFunctions.Application.Failures;
using SloFunctions.Domain.Audit;

namespace SloFunctions.Application.Audit;

/// <summary>Keeps heads of chains where who administers the database has no rights.</summary>
public interface IAuditAnchors
{
    /// <summary>Whether there is such a place; without one nothing may be called here.</summary>
    bool IsConfigured { get; }

    /// <summary>Reads the anchors of a log.</summary>
    /// <param name="log">One of <see cref="AuditLogs"/>.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="DependencyUnavailableException">The store does not answer.</exception>
    Task<IReadOnlyList<AuditAnchor>> ReadAsync(string log, CancellationToken cancellation);

    /// <summary>Sets the anchor of a chain, unless somebody else has done so meanwhile.</summary>
    /// <param name="log">One of <see cref="AuditLogs"/>.</param>
    /// <param name="head">What to keep.</param>
    /// <param name="replaced">The anchor in whose place it goes; null when there was none.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Whether it is kept.</returns>
    /// <exception cref="DependencyUnavailableException">The store does not answer.</exception>
    Task<bool> SetAsync(string log, ChainHead head, AuditAnchor? replaced, CancellationToken cancellation);
}
