namespace SloFunctions.Application.Graph;

/// <summary>Where large submissions are kept until they are stored in the graph. Calls throw <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IGraphSubmissions
{
    /// <summary>Keeps a submission; those of one source are stored in the order in which they are added.</summary>
    Task AddAsync(GraphSubmission submission, CancellationToken cancellation);

    /// <summary>How far a submission is; null when it is stored, or there is none of that id, or no longer.</summary>
    Task<GraphSubmissionProgress?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>Notes that an attempt begins, whatever then becomes of it, unless an earlier submission of the same source is still to be stored.</summary>
    Task<SubmissionAttempt> BeginAsync(Guid id, CancellationToken cancellation);

    /// <summary>Gives a submission up, together with its dead letter if there is one.</summary>
    /// <returns>False when it is stored or was given up before: nothing has changed then.</returns>
    Task<bool> FailAsync(Guid id, IngestionFailure failure, GraphEventDeadLetter? letter, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Submissions that arrived before a time and are still to be stored, oldest first.</summary>
    Task<IReadOnlyList<Guid>> ListWaitingAsync(DateTimeOffset receivedBefore, int most, CancellationToken cancellation);

    /// <summary>Forgets submissions that were given up before a time.</summary>
    /// <returns>How many.</returns>
    Task<int> PurgeAsync(DateTimeOffset failedBefore, CancellationToken cancellation);
}
