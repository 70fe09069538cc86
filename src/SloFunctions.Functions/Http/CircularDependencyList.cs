using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/circular-dependencies.</summary>
public sealed class CircularDependencyList(HandleCycles useCase)
{
    /// <summary>Lists circular dependencies page by page.</summary>
    [Function("ListCircularDependencies")]
    [Operation("Dependency graph")]
    [Query("status", typeof(CycleStatus), "Only those of this status; all when missing.")]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Entries on the page.", Minimum = 1, Maximum = CycleQuery.MaxLimit, Default = CycleQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(CyclePage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/circular-dependencies")] HttpRequest request)
    {
        var query = CycleQuery.Parse(request.Parameter("status"), request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error)
            ? Answer.Json(await useCase.ListAsync(valid, request.Cancellation()))
            : error.ToProblem(request);
    }
}
