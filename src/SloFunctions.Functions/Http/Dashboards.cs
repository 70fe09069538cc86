using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Dashboards;
using SloFunctions.Application.Dashboards.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/dashboard/coverage, …/error-budget-health and …/recommendation-quality.</summary>
public sealed class Dashboards(ShowDashboards useCase)
{
    private const string Tag = "Dashboards";
    private const string TeamMeaning = "Only services of this team.";
    private const string CriticalityMeaning = "Only services of this criticality.";
    private const string ConditionMeaning = "Entity tags of answers that the client has kept.";
    private const string NotModifiedMeaning = "The client has the present answer already.";
    private const string TagMeaning = "The entity tag of the answer.";
    private const string CacheMeaning = "The answer may be kept, but asked for each time whether it still holds.";

    /// <summary>Tells how many services have SLOs, recommendations and telemetry, by team and criticality.</summary>
    [Function("GetCoverageDashboard")]
    [Operation(Tag)]
    [Query("team", typeof(string), TeamMeaning)]
    [Query("criticality", typeof(ServiceCriticality), CriticalityMeaning)]
    [RequestHeader("If-None-Match", typeof(string), ConditionMeaning)]
    [Answers(StatusCodes.Status200OK, typeof(CoverageDocument))]
    [Answers(StatusCodes.Status304NotModified, Description = NotModifiedMeaning)]
    [AnswerHeader("ETag", TagMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = EntityTags.Pattern)]
    [AnswerHeader("Cache-Control", CacheMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified)]
    public Task<IResult> CoverageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/dashboard/coverage")] HttpRequest request) => ShowAsync(request, useCase.CoverageAsync);

    /// <summary>Tells what is left of the error budgets of all objectives, by team and criticality, and where the least is.</summary>
    [Function("GetErrorBudgetHealthDashboard")]
    [Operation(Tag)]
    [Query("team", typeof(string), TeamMeaning)]
    [Query("criticality", typeof(ServiceCriticality), CriticalityMeaning)]
    [RequestHeader("If-None-Match", typeof(string), ConditionMeaning)]
    [Answers(StatusCodes.Status200OK, typeof(ErrorBudgetHealthDocument))]
    [Answers(StatusCodes.Status304NotModified, Description = NotModifiedMeaning)]
    [AnswerHeader("ETag", TagMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = EntityTags.Pattern)]
    [AnswerHeader("Cache-Control", CacheMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified)]
    public Task<IResult> ErrorBudgetHealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/dashboard/error-budget-health")] HttpRequest request) => ShowAsync(request, useCase.ErrorBudgetHealthAsync);

    /// <summary>Tells how often recommendations are taken, and how often what was taken is missed beside how often that was promised.</summary>
    [Function("GetRecommendationQualityDashboard")]
    [Operation(Tag)]
    [Query("team", typeof(string), TeamMeaning)]
    [Query("criticality", typeof(ServiceCriticality), CriticalityMeaning)]
    [RequestHeader("If-None-Match", typeof(string), ConditionMeaning)]
    [Answers(StatusCodes.Status200OK, typeof(RecommendationQualityDocument))]
    [Answers(StatusCodes.Status304NotModified, Description = NotModifiedMeaning)]
    [AnswerHeader("ETag", TagMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = EntityTags.Pattern)]
    [AnswerHeader("Cache-Control", CacheMeaning, StatusCodes.Status200OK, StatusCodes.Status304NotModified)]
    public Task<IResult> RecommendationQualityAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/dashboard/recommendation-quality")] HttpRequest request) => ShowAsync(request, useCase.RecommendationQualityAsync);

    private static async Task<IResult> ShowAsync(HttpRequest request, Func<DashboardQuery, CancellationToken, Task<PublishedAnswer>> show) =>
        DashboardQuery.Parse(request.Parameter("team"), request.Parameter("criticality")).TryGet(out var query, out var error)
            ? new PublishedResult(await show(query, request.Cancellation()))
            : error.ToProblem(request);
}
