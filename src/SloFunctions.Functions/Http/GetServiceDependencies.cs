using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services/{id}/dependencies.</summary>
public sealed class GetServiceDependencies(GetDependencies useCase)
{
    /// <summary>Shows the surroundings of a service.</summary>
    [Function(nameof(GetServiceDependencies))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services/{serviceId}/dependencies")] HttpRequest request,
        string serviceId)
    {
        var query = SubgraphQuery.Parse(
            RouteText.Of(serviceId), request.Parameter("direction"), request.Parameter("depth"), request.Parameter("include_external"));
        return query.TryGet(out var valid, out var error)
            ? Answer.From(await useCase.HandleAsync(valid, request.Cancellation()), request)
            : error.ToProblem(request);
    }
}
