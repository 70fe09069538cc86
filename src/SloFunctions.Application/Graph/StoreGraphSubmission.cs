using SloFunctions.Application.Failures;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Stores a large submission in the graph, once however often it is asked to.</summary>
public sealed class StoreGraphSubmission(IGraphSubmissions submissions, IngestGraph ingest, GiveUpGraphSubmission giveUp, TimeProvider clock)
{
    /// <summary>After so many attempts that did not even come to fail, which takes a process that ends, a submission is given up.</summary>
    public const int MostAttempts = 30;

    /// <summary>Attempts it. An outage is an outcome: how an exception reaches an orchestration differs from host to host.</summary>
    public async Task<GraphSubmissionResult> HandleAsync(Guid ingestionId, CancellationToken cancellation)
    {
        try
        {
            return await AttemptAsync(ingestionId, cancellation);
        }
        catch (DependencyUnavailableException)
        {
            return new GraphSubmissionResult(GraphSubmissionOutcome.Unavailable, null, null);
        }
    }

    private async Task<GraphSubmissionResult> AttemptAsync(Guid ingestionId, CancellationToken cancellation)
    {
        var attempt = await submissions.BeginAsync(ingestionId, cancellation);
        if (attempt.MustWait) return new GraphSubmissionResult(GraphSubmissionOutcome.MustWait, null, null);
        if (attempt.Number > MostAttempts)
            return await giveUp.HandleAsync(ingestionId, IngestionFailure.TooManyAttempts, $"{MostAttempts} attempts came to no end.", cancellation);

        if ((await ingest.StoreKeptAsync(ingestionId, cancellation)).TryGet(out var receipt, out var error))
            return new GraphSubmissionResult(GraphSubmissionOutcome.Completed, receipt, null);
        if (error.Kind == ErrorKind.NotFound) return new GraphSubmissionResult(GraphSubmissionOutcome.Unknown, null, null);
        var failure = IngestionFailure.Of(error);
        await submissions.FailAsync(ingestionId, failure, null, clock.GetUtcNow(), cancellation);
        return new GraphSubmissionResult(GraphSubmissionOutcome.Failed, null, failure);
    }
}
