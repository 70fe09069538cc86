using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services.</summary>
public sealed class ListRegisteredServices(ListServices useCase)
{
    /// <summary>Lists services page by page.</summary>
    [Function(nameof(ListRegisteredServices))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services")] HttpRequest request)
    {
        var query = ServiceListQuery.Parse(request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error)
            ? Answer.Json(await useCase.HandleAsync(valid, request.Cancellation()))
            : error.ToProblem(request);
    }
}
