using SloFunctions.Application.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Keeps large submissions in memory, without an order among them.</summary>
public sealed class InMemoryGraphSubmissions : IGraphSubmissions
{
    private readonly Dictionary<Guid, (GraphSubmission Submission, int Attempts, IngestionFailure? Failure)> kept = [];

    /// <summary>The dead letters of those that were given up.</summary>
    public List<GraphEventDeadLetter> Letters { get; } = [];

    /// <summary>A submission that is still to be stored; null when there is none of that id.</summary>
    public GraphSubmission? FindWaiting(Guid id) => kept.TryGetValue(id, out var found) && found.Failure is null ? found.Submission : null;

    /// <summary>Forgets a submission.</summary>
    public void Remove(Guid id) => kept.Remove(id);

    /// <inheritdoc/>
    public Task AddAsync(GraphSubmission submission, CancellationToken cancellation)
    {
        kept.Add(submission.Id, (submission, 0, null));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<GraphSubmissionProgress?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (!kept.TryGetValue(id, out var found)) return Task.FromResult<GraphSubmissionProgress?>(null);
        var (submission, attempts, failure) = found;
        var state = failure is not null ? GraphSubmissionState.Failed : attempts > 0 ? GraphSubmissionState.Processing : GraphSubmissionState.Accepted;
        var update = submission.Update;
        int entries = update.Nodes.Count + update.Edges.Count;
        return Task.FromResult<GraphSubmissionProgress?>(new(
            id, state, update.Source, submission.Caller.Actor, update.ObservedAt, submission.ReceivedAt, update.Nodes.Count, update.Edges.Count, entries, failure));
    }

    /// <inheritdoc/>
    public Task<SubmissionAttempt> BeginAsync(Guid id, CancellationToken cancellation)
    {
        if (FindWaiting(id) is null) return Task.FromResult(new SubmissionAttempt(false, 0));
        var (submission, attempts, _) = kept[id];
        kept[id] = (submission, attempts + 1, null);
        return Task.FromResult(new SubmissionAttempt(false, attempts + 1));
    }

    /// <inheritdoc/>
    public Task<bool> FailAsync(Guid id, IngestionFailure failure, GraphEventDeadLetter? letter, DateTimeOffset now, CancellationToken cancellation)
    {
        if (FindWaiting(id) is not { } submission) return Task.FromResult(false);
        kept[id] = (submission, kept[id].Attempts, failure);
        if (letter is not null) Letters.Add(letter);
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> ListWaitingAsync(DateTimeOffset receivedBefore, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Guid>>([.. kept.Values.Where(k => k.Failure is null && k.Submission.ReceivedAt < receivedBefore).Take(most).Select(k => k.Submission.Id)]);

    /// <inheritdoc/>
    public Task<int> PurgeAsync(DateTimeOffset failedBefore, CancellationToken cancellation) => Task.FromResult(0);
}
