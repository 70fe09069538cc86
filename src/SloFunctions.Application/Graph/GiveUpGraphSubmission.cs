namespace SloFunctions.Application.Graph;

/// <summary>Gives up a large submission that cannot be stored, and keeps a dead letter of it for people to look at.</summary>
public sealed class GiveUpGraphSubmission(IGraphSubmissions submissions, GraphInstruments instruments, TimeProvider clock)
{
    /// <summary>Gives it up unless it is stored or was given up before.</summary>
    /// <param name="ingestionId">The submission.</param>
    /// <param name="reason">Why, in snake_case.</param>
    /// <param name="message">What was seen, for the dead letter; callers are not told.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer; nothing has changed.</exception>
    public async Task<GraphSubmissionResult> HandleAsync(Guid ingestionId, string reason, string message, CancellationToken cancellation)
    {
        if (await submissions.FindAsync(ingestionId, cancellation) is not { } submission)
            return new GraphSubmissionResult(GraphSubmissionOutcome.Unknown, null, null);
        var failure = new IngestionFailure(reason, "The submission could not be stored and nothing of it was. It is kept for the operators to look at; sending it again may help once they have.");
        string code = failure.ToCode();
        var now = clock.GetUtcNow();
        if (await submissions.FailAsync(ingestionId, failure, GraphEventDeadLetter.Of(submission, code, message, now), now, cancellation)) instruments.CountDeadLetter(code);
        return new GraphSubmissionResult(GraphSubmissionOutcome.Failed, null, failure);
    }
}
