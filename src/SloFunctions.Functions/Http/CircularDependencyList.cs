using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/circular-dependencies.</summary>
public sealed class CircularDependencyList(HandleCycles useCase)
{
    /// <summary>Lists circular dependencies page by page.</summary>
    [Function("ListCircularDependencies")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/circular-dependencies")] HttpRequest request)
    {
        var query = CycleQuery.Parse(request.Parameter("status"), request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error)
            ? Answer.Json(await useCase.ListAsync(valid, request.Cancellation()))
            : error.ToProblem(request);
    }
}
