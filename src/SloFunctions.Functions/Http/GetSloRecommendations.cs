using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET and HEAD /api/v1/services/{id}/slo-recommendations.</summary>
public sealed class GetSloRecommendations(GetRecommendations useCase)
{
    /// <summary>Recommends targets for a service.</summary>
    [Function(nameof(GetSloRecommendations))]
    [Operation("Recommendations")]
    [Query("sli_type", typeof(SliType), "The SLI wanted.", Also = RecommendationQuery.All, Default = RecommendationQuery.All)]
    [Query("lookback_days", typeof(int), "Days of history to look at.", Minimum = RecommendationQuery.MinLookbackDays, Maximum = RecommendationQuery.MaxLookbackDays, Default = RecommendationQuery.DefaultLookbackDays)]
    [Query("force_regenerate", typeof(bool), "Whether to compute anew even when a valid recommendation is stored.", Default = false)]
    [Query("desired_target", typeof(double), "An availability target to judge, a percentage.", Minimum = 0, Maximum = 100, BoundsExcluded = true)]
    [Query("method", typeof(RecommendationMethod), "How targets are derived.", Default = RecommendationQuery.DefaultMethod)]
    [RequestHeader("If-None-Match", typeof(string), "Entity tags of answers that the client has kept.")]
    [Answers(StatusCodes.Status200OK, typeof(RecommendationDocument))]
    [Answers(StatusCodes.Status304NotModified, Description = "The client has the present answer already.")]
    [AnswerHeader("ETag", "The entity tag of the answer.", StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = "^\"[^\"]+\"$")]
    [AnswerHeader("Cache-Control", "The answer may be kept, but asked for each time whether it still holds.", StatusCodes.Status200OK, StatusCodes.Status304NotModified)]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
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
            ? new PublishedResult(answer)
            : error.ToProblem(request);
    }
}
