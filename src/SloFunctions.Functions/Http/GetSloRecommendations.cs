using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Recommendations;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET and HEAD /api/v1/services/{id}/slo-recommendations.</summary>
public sealed class GetSloRecommendations(GetRecommendations useCase)
{
    /// <summary>Recommends targets for a service.</summary>
    [Function(nameof(GetSloRecommendations))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/services/{serviceId}/slo-recommendations")] HttpRequest request,
        string serviceId)
    {
        var query = RecommendationQuery.Parse(
            RouteText.Of(serviceId),
            request.Parameter("sli_type"),
            request.Parameter("lookback_days"),
            request.Parameter("force_regenerate"),
            request.Parameter("desired_target"),
            request.Parameter("method"));
        if (!query.TryGet(out var valid, out var error)) return error.ToProblem(request);
        return (await useCase.HandleAsync(valid, request.Cancellation())).TryGet(out var answer, out error)
            ? new RecommendationResult(answer)
            : error.ToProblem(request);
    }
}
