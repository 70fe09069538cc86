using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Dashboards;
using SloFunctions.Application.Dashboards.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/dashboard/recommendation-quality.</summary>
public sealed class GetRecommendationQualityDashboard(GetRecommendationQuality useCase)
{
    /// <summary>Tells how often recommendations are taken, and how often what was taken is missed beside how often that was promised.</summary>
    [Function(nameof(GetRecommendationQualityDashboard))]
    [Operation("Dashboards")]
    [Query("team", typeof(string), "Only services of this team.")]
    [Query("criticality", typeof(ServiceCriticality), "Only services of this criticality.")]
    [RequestHeader("If-None-Match", typeof(string), "Entity tags of answers that the client has kept.")]
    [Answers(StatusCodes.Status200OK, typeof(RecommendationQualityDocument))]
    [Answers(StatusCodes.Status304NotModified, Description = "The client has the present answer already.")]
    [AnswerHeader("ETag", "The entity tag of the answer.", StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = "^\"[^\"]+\"$")]
    [AnswerHeader("Cache-Control", "The answer may be kept, but asked for each time whether it still holds.", StatusCodes.Status200OK, StatusCodes.Status304NotModified)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/dashboard/recommendation-quality")] HttpRequest request) =>
        DashboardQuery.Parse(request.Parameter("team"), request.Parameter("criticality")).TryGet(out var query, out var error)
            ? new PublishedResult(await useCase.HandleAsync(query, request.Cancellation()))
            : error.ToProblem(request);
}
