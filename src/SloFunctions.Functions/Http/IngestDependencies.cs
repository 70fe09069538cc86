using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/services/dependencies.</summary>
public sealed partial class IngestDependencies(IngestGraph useCase, ILogger<IngestDependencies> logger)
{
    /// <summary>Takes in a part of the dependency graph.</summary>
    [Function(nameof(IngestDependencies))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/services/dependencies")] HttpRequest request)
    {
        if (!(await JsonBody.ReadAsync<GraphBody>(request, request.Cancellation())).TryGet(out var body, out var error)) return error.ToProblem(request);
        var result = await useCase.HandleAsync(body, request.Caller(), request.Cancellation());
        if (result.Value is { } receipt && receipt.ConflictsTotal + receipt.NewCyclesTotal > 0)
            LogFindings(receipt.IngestionId, receipt.ConflictsTotal, receipt.NewCyclesTotal);
        return Answer.From(result, request, StatusCodes.Status202Accepted);
    }

    [LoggerMessage(1001, LogLevel.Warning, "Ingestion {Ingestion} found {Conflicts} conflicts between sources and {Cycles} new circular dependencies")]
    private partial void LogFindings(Guid ingestion, int conflicts, int cycles);
}
