using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/ingestions/{id}.</summary>
public sealed class GetIngestionReceipt(GetIngestion useCase)
{
    /// <summary>Shows what became of a graph submission.</summary>
    [Function(nameof(GetIngestionReceipt))]
    [Operation("Dependency graph")]
    [Answers(StatusCodes.Status200OK, typeof(IngestionReceipt))]
    [Problem(StatusCodes.Status404NotFound, "ingestion-not-found")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/ingestions/{ingestionId}")] HttpRequest request,
        string ingestionId) =>
        (await useCase.HandleAsync(ingestionId, request.Cancellation())).TryGet(out string? json, out var error) ? Answer.Raw(json) : error.ToProblem(request);
}
