using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Orchestrations;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/services/dependencies.</summary>
public sealed partial class IngestDependencies(SubmitGraph useCase, ILogger<IngestDependencies> logger)
{
    /// <summary>Takes in a part of the dependency graph: a small one at once; a large one is stored soon after, as its receipt tells when asked for again.</summary>
    [Function(nameof(IngestDependencies))]
    [Operation("Dependency graph")]
    [Accepts(typeof(GraphBody), Example = BodyExamples.Graph)]
    [Answers(StatusCodes.Status202Accepted, typeof(IngestionReceipt))]
    [AnswerHeader("Location", "Where the receipt can be asked for again.", StatusCodes.Status202Accepted)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/services/dependencies")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        if (!(await JsonBody.ReadAsync<GraphBody>(request, request.Cancellation())).TryGet(out var body, out var error)) return error.ToProblem(request);
        var result = await useCase.HandleAsync(body, request.Caller(), new DurableOrchestrations(client), request.Cancellation());
        if (result.Value is { } receipt)
        {
            Log(receipt);
            request.HttpContext.Response.Headers.Location = $"/api/v1/ingestions/{receipt.IngestionId:D}";
        }

        return Answer.From(result, request, StatusCodes.Status202Accepted);
    }

    private void Log(IngestionReceipt receipt)
    {
        if (receipt.GraphSnapshotId is null)
        {
            LogKept(receipt.IngestionId, receipt.NodesReceived, receipt.EdgesReceived);
            return;
        }

        LogIngested(receipt.IngestionId, receipt.NodesReceived, receipt.EdgesReceived, receipt.GraphChanged);
        if (receipt.ConflictsTotal + receipt.NewCyclesTotal > 0) LogFindings(receipt.IngestionId, receipt.ConflictsTotal, receipt.NewCyclesTotal);
    }

    [LoggerMessage(5827, LogLevel.Information, "Graph submission {IngestionId} is kept to be stored: {Nodes} services and {Edges} dependencies")]
    private partial void LogKept(Guid ingestionId, int nodes, int edges);

    [LoggerMessage(4307, LogLevel.Information, "Graph ingested: {IngestionId} with {Nodes} services and {Edges} dependencies, changed: {GraphChanged}")]
    private partial void LogIngested(Guid ingestionId, int nodes, int edges, bool graphChanged);

    [LoggerMessage(4308, LogLevel.Warning, "Ingestion {IngestionId} found {Conflicts} conflicts between sources and {Cycles} new circular dependencies")]
    private partial void LogFindings(Guid ingestionId, int conflicts, int cycles);
}
