using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;

namespace SloFunctions.Functions.Activities;

/// <summary>Attempts to store a large submission in the graph.</summary>
public sealed partial class StoreGraphSubmissionActivity(StoreGraphSubmission useCase, ILogger<StoreGraphSubmissionActivity> logger)
{
    /// <summary>Runs once; a failure has it run again.</summary>
    /// <param name="input">The submission.</param>
    /// <param name="cancellation">Ends the call early.</param>
    [Function(nameof(StoreGraphSubmission))]
    public async Task<GraphSubmissionOutcome> RunAsync([ActivityTrigger] GraphIngestionInput input, CancellationToken cancellation)
    {
        var result = await useCase.HandleAsync(input.IngestionId, cancellation);
        if (result.Receipt is { } receipt)
        {
            LogStored(receipt.IngestionId, receipt.NodesReceived, receipt.EdgesReceived, receipt.GraphChanged);
            if (receipt.ConflictsTotal + receipt.NewCyclesTotal > 0) LogFindings(receipt.IngestionId, receipt.ConflictsTotal, receipt.NewCyclesTotal);
        }

        if (result.Failure is { } failure) LogFailed(input.IngestionId, failure.Reason);
        return result.Outcome;
    }

    [LoggerMessage(5822, LogLevel.Information, "Graph submission {IngestionId} stored: {Nodes} services and {Edges} dependencies, changed: {GraphChanged}")]
    private partial void LogStored(Guid ingestionId, int nodes, int edges, bool graphChanged);

    [LoggerMessage(5823, LogLevel.Warning, "Graph submission {IngestionId} found {Conflicts} conflicts between sources and {Cycles} new circular dependencies")]
    private partial void LogFindings(Guid ingestionId, int conflicts, int cycles);

    [LoggerMessage(5824, LogLevel.Warning, "Graph submission {IngestionId} was not stored and will not be: {Reason}")]
    private partial void LogFailed(Guid ingestionId, string reason);
}
