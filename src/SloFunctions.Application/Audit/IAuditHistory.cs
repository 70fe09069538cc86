using SloFunctions.Application.Audit.Documents;
using SloFunctions.Application.Failures;

namespace SloFunctions.Application.Audit;

/// <summary>Reads what was done about the targets of a service.</summary>
public interface IAuditHistory
{
    /// <summary>Reads entries, the newest first.</summary>
    /// <param name="query">Which entries; its own limit is not looked at.</param>
    /// <param name="count">The most entries.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The entries; null when the service is not registered.</returns>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyList<HistoryEntryDocument>?> ReadAsync(HistoryQuery query, int count, CancellationToken cancellation);
}
