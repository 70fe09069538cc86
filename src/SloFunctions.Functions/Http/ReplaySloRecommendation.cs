using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Recommendations;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services/{id}/slo-recommendations/{recommendation id}/replay.</summary>
public sealed class ReplaySloRecommendation(ReplayRecommendation useCase)
{
    /// <summary>Computes a stored recommendation again; the body is the document as it is computed now, the header <c>Slo-Replay</c> compares.</summary>
    [Function(nameof(ReplaySloRecommendation))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services/{serviceId}/slo-recommendations/{recommendationId}/replay")] HttpRequest request,
        string serviceId,
        string recommendationId)
    {
        if (!ReplayQuery.Parse(RouteText.Of(serviceId), RouteText.Of(recommendationId)).TryGet(out var query, out var error)) return error.ToProblem(request);
        return (await useCase.HandleAsync(query, request.Cancellation())).TryGet(out var replayed, out error) ? new ReplayResult(replayed) : error.ToProblem(request);
    }
}
