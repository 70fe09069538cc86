using SloFunctions.Application.Failures;
using SloFunctions.Domain.Audit;

namespace SloFunctions.Application.Audit;

/// <summary>Reads the chains of the audit logs, without a word about whether they hold.</summary>
public interface IAuditChains
{
    /// <summary>Reads a log as of one moment: chain by chain, the entries of each by their numbers, with its head.</summary>
    /// <param name="log">One of <see cref="AuditLogs"/>.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="DependencyUnavailableException">The database does not answer, or ceases to.</exception>
    IAsyncEnumerable<ChainLink> ReadAsync(string log, CancellationToken cancellation);

    /// <summary>Reads the heads of a log together with what its chains hold where they were anchored.</summary>
    /// <param name="log">One of <see cref="AuditLogs"/>.</param>
    /// <param name="anchors">The anchors of that log.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyList<CheckedHead>> ReadHeadsAsync(string log, IReadOnlyCollection<ChainHead> anchors, CancellationToken cancellation);
}
