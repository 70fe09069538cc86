using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/services/dependencies.</summary>
public sealed partial class IngestDependencies(IngestGraph useCase, ILogger<IngestDependencies> logger)
{
    /// <summary>Takes in a part of the dependency graph.</summary>
    [Function(nameof(IngestDependencies))]
    [Operation("Dependency graph")]
    [Accepts(typeof(GraphBody), Example = BodyExamples.Graph)]
    [Answers(StatusCodes.Status202Accepted, typeof(IngestionReceipt))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/services/dependencies")] HttpRequest request)
    {
        if (!(await JsonBody.ReadAsync<GraphBody>(request, request.Cancellation())).TryGet(out var body, out var error)) return error.ToProblem(request);
        var result = await useCase.HandleAsync(body, request.Caller(), request.Cancellation());
        if (result.Value is { } receipt)
        {
            LogIngested(receipt.IngestionId, receipt.NodesReceived, receipt.EdgesReceived, receipt.GraphChanged);
            if (receipt.ConflictsTotal + receipt.NewCyclesTotal > 0) LogFindings(receipt.IngestionId, receipt.ConflictsTotal, receipt.NewCyclesTotal);
        }

        return Answer.From(result, request, StatusCodes.Status202Accepted);
    }

    [LoggerMessage(4307, LogLevel.Information, "Graph ingested: {IngestionId} with {Nodes} services and {Edges} dependencies, changed: {GraphChanged}")]
    private partial void LogIngested(Guid ingestionId, int nodes, int edges, bool graphChanged);

    [LoggerMessage(4308, LogLevel.Warning, "Ingestion {IngestionId} found {Conflicts} conflicts between sources and {Cycles} new circular dependencies")]
    private partial void LogFindings(Guid ingestionId, int conflicts, int cycles);
}
