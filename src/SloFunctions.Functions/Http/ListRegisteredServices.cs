using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services.</summary>
public sealed class ListRegisteredServices(ListServices useCase)
{
    /// <summary>Lists services page by page.</summary>
    [Function(nameof(ListRegisteredServices))]
    [Operation("Dependency graph")]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Entries on the page.", Minimum = 1, Maximum = ServiceListQuery.MaxLimit, Default = ServiceListQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(ServicePage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services")] HttpRequest request)
    {
        var query = ServiceListQuery.Parse(request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error)
            ? Answer.Json(await useCase.HandleAsync(valid, request.Cancellation()))
            : error.ToProblem(request);
    }
}
