using SloFunctions.Application.Audit.Documents;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Audit;

/// <summary>Shows what was done about the targets of a service, page by page.</summary>
public sealed class GetSloHistory(IAuditHistory history)
{
    /// <summary>Reads one page, or says that the service is not known.</summary>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    public async Task<Result<HistoryDocument>> HandleAsync(HistoryQuery query, CancellationToken cancellation)
    {
        if (await history.ReadAsync(query, query.Limit + 1, cancellation) is not { } entries) return Error.ServiceNotFound(query.Service.Value);
        if (entries.Count <= query.Limit) return new HistoryDocument(query.Service.Value, entries, null);
        var last = entries[query.Limit - 1];
        return new HistoryDocument(query.Service.Value, [.. entries.Take(query.Limit)], new HistoryPosition(last.Timestamp, last.Sequence).ToCursor());
    }
}
