using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Drift.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services/{id}/drift.</summary>
public sealed class GetServiceDriftVerdict(GetServiceDrift useCase)
{
    /// <summary>Shows whether a service behaves otherwise than before, and what each detector found.</summary>
    [Function("GetServiceDrift")]
    [Operation("Drift")]
    [Answers(StatusCodes.Status200OK, typeof(ServiceDriftDocument))]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services/{serviceId}/drift")] HttpRequest request,
        string serviceId) =>
        (await useCase.HandleAsync(RouteText.Of(serviceId), request.Cancellation())).TryGet(out var found, out var error)
            ? Answer.Json(found)
            : error.ToProblem(request);
}
