using Microsoft.Extensions.Logging;
using SloFunctions.Application.Access;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Takes in a part of the dependency graph: a small one at once, a large one is checked and kept, and stored by an orchestration.</summary>
public sealed partial class SubmitGraph(
    IngestGraph ingest, IGraphSubmissions submissions, IServiceOwners owners, GraphPolicy policy, IIdSource ids, TimeProvider clock, ILogger<SubmitGraph> logger)
{
    /// <summary>Checks a submission and stores it, or sees to it that it will be.</summary>
    /// <param name="body">The submission; null when there was none.</param>
    /// <param name="caller">Who submits it; an owner may speak for its own services alone.</param>
    /// <param name="orchestrations">Where the storing of a large one is started.</param>
    /// <param name="cancellation">Ends the call early; whether a large one is kept is not known then.</param>
    /// <returns>The receipt, or the fields at fault; nothing is stored then.</returns>
    public async Task<Result<IngestionReceipt>> HandleAsync(GraphBody? body, Caller caller, IOrchestrations orchestrations, CancellationToken cancellation)
    {
        if ((body?.Nodes?.Count ?? 0) + (body?.Edges?.Count ?? 0) <= policy.LargeSubmission) return await ingest.HandleAsync(body, caller, cancellation);
        if (!GraphBodyValidation.Check(body, clock.GetUtcNow()).TryGet(out var update, out var error)) return error;
        if (await GraphOwnership.CheckAsync(owners, update, caller, cancellation) is { } refusal) return refusal;
        return await KeepAsync(update, caller, orchestrations, cancellation);
    }

    private async Task<IngestionReceipt> KeepAsync(GraphUpdate update, Caller caller, IOrchestrations orchestrations, CancellationToken cancellation)
    {
        var submission = new GraphSubmission(ids.Next(), update, caller, clock.GetUtcNow());
        await submissions.AddAsync(submission, cancellation);
        var kept = await submissions.FindAsync(submission.Id, cancellation);
        try
        {
            await GraphIngestions.StartAsync(orchestrations, submission.Id, cancellation);
        }
        catch (DependencyUnavailableException failure)
        {
            // What is kept is started later: to refuse it now would have the client send it twice.
            LogNotStarted(failure, submission.Id);
        }

        return ReceiptWriting.Receipt(kept!);
    }

    [LoggerMessage(5821, LogLevel.Warning, "Graph submission {IngestionId} is kept; its orchestration could not be started and is started later")]
    private partial void LogNotStarted(Exception failure, Guid ingestionId);
}
