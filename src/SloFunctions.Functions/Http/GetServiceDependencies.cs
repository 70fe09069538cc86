using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services/{id}/dependencies.</summary>
public sealed class GetServiceDependencies(GetDependencies useCase)
{
    /// <summary>Shows the surroundings of a service.</summary>
    [Function(nameof(GetServiceDependencies))]
    [Operation("Dependency graph")]
    [Query("direction", typeof(DependencyDirection), "Which way to go.", Default = DependencyDirection.Both)]
    [Query("depth", typeof(int), "The most hops.", Minimum = 1, Maximum = SubgraphQuery.MaxDepth, Default = SubgraphQuery.DefaultDepth)]
    [Query("include_external", typeof(bool), "Whether services outside the organisation are shown.", Default = true)]
    [Answers(StatusCodes.Status200OK, typeof(Subgraph))]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
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
