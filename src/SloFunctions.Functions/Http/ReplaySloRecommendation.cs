using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services/{id}/slo-recommendations/{recommendation id}/replay.</summary>
public sealed class ReplaySloRecommendation(ReplayRecommendation useCase)
{
    /// <summary>Computes a stored recommendation again; the body is the document as it is computed now, the header <c>Slo-Replay</c> compares.</summary>
    [Function(nameof(ReplaySloRecommendation))]
    [Operation("Recommendations")]
    [Answers(StatusCodes.Status200OK, typeof(RecommendationDocument))]
    [AnswerHeader(ReplayResult.Verdict, "Whether the document is the one that was stored.", StatusCodes.Status200OK, Pattern = "^(identical|different)$")]
    [AnswerHeader(ReplayResult.Versions, "The versions of the computation: that of the stored document and the present one.", StatusCodes.Status200OK, Pattern = "^[0-9]+ [0-9]+$")]
    [Problem(StatusCodes.Status404NotFound, "recommendation-not-found")]
    [Problem(StatusCodes.Status409Conflict, "evidence-not-kept")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services/{serviceId}/slo-recommendations/{recommendationId}/replay")] HttpRequest request,
        string serviceId,
        string recommendationId)
    {
        if (!ReplayQuery.Parse(RouteText.Of(serviceId), RouteText.Of(recommendationId)).TryGet(out var query, out var error)) return error.ToProblem(request);
        return (await useCase.HandleAsync(query, request.Cancellation())).TryGet(out var replayed, out error) ? new ReplayResult(replayed) : error.ToProblem(request);
    }
}
