using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.BulkRuns;

/// <summary>
/// Where bulk runs are kept, with what became of each of their services. Every call throws
/// <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.
/// </summary>
public interface IBulkRuns
{
    /// <summary>Stores a run with its services, all or nothing, unless another one is active or its scope cannot be made out.</summary>
    Task<BulkAdmission> AddAsync(NewBulkRun run, CancellationToken cancellation);

    /// <summary>A run as it stands; null when there is none of that id.</summary>
    Task<BulkRun?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>Services of a run that were given up, in the order of their places.</summary>
    /// <param name="id">The run.</param>
    /// <param name="after">The place of the last one of the page before; null for the first page.</param>
    /// <param name="count">The most to return.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<FailedService>> ListFailedAsync(Guid id, int? after, int count, CancellationToken cancellation);

    /// <summary>The runs that are active: one at most.</summary>
    Task<IReadOnlyList<Guid>> ListActiveAsync(CancellationToken cancellation);

    /// <summary>Notes that work begins, unless it has begun or the run is to end early.</summary>
    /// <returns>The run; null when there is none of that id.</returns>
    Task<BulkRun?> BeginAsync(Guid id, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>What is to be done for a slice. Services whose valid set is to be kept are noted as unchanged by the way.</summary>
    /// <returns>Null when there is no such run.</returns>
    Task<SliceWork?> TakeAsync(BulkSlice slice, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Notes that an attempt has failed; nothing happens if it is noted already, or the service is done.</summary>
    /// <param name="entry">The service.</param>
    /// <param name="attempt">Which attempt, from 1.</param>
    /// <param name="isLast">Whether the service is given up.</param>
    /// <param name="failure">Why.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task NoteFailureAsync(RunEntry entry, int attempt, bool isLast, ServiceFailure failure, CancellationToken cancellation);

    /// <summary>Has an active run end early.</summary>
    /// <param name="id">The run.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The run, unchanged if it had ended; null when there is none of that id.</returns>
    Task<BulkRun?> CancelAsync(Guid id, string actor, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Ends an active run in the state that follows from what became of its services.</summary>
    /// <param name="id">The run.</param>
    /// <param name="hasFailed">Whether work could not go on.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The run; null when there is none of that id, or it had ended before.</returns>
    Task<BulkRun?> CloseAsync(Guid id, bool hasFailed, DateTimeOffset at, CancellationToken cancellation);
}
