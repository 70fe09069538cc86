using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/services/dependencies.</summary>
public sealed class IngestDependencies(IngestGraph useCase)
{
    /// <summary>Takes in a part of the dependency graph.</summary>
    [Function(nameof(IngestDependencies))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/services/dependencies")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<GraphBody>(request, cancellation)).TryGet(out var body, out var error)) return error.ToProblem(request);
        return Answer.From(await useCase.HandleAsync(body, cancellation), request, StatusCodes.Status202Accepted);
    }
}
