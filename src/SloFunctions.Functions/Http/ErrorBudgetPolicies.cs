using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Domain.Results;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET and PUT /api/v1/teams/{team}/error-budget-policy.</summary>
public sealed class ErrorBudgetPolicies(ManageErrorBudgetPolicy useCase)
{
    private const string Route = "api/v1/teams/{team}/error-budget-policy";

    /// <summary>Shows at which remaining shares of an error budget a team's policy changes its state.</summary>
    [Function("GetErrorBudgetPolicy")]
    [Operation("Error budgets")]
    [RouteValue("team", typeof(string), "The team.")]
    [Answers(StatusCodes.Status200OK, typeof(ErrorBudgetPolicyDocument))]
    [AnswerHeader("ETag", "The entity tag of the policy, to hold a change against.", StatusCodes.Status200OK, Pattern = EntityTags.Pattern)]
    [Problem(StatusCodes.Status403Forbidden, "not-your-team")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string team) =>
        From(await useCase.ReadAsync(RouteText.Of(team), request.Caller(), request.Cancellation()), request);

    /// <summary>Puts thresholds in place of those of a team's policy.</summary>
    [Function("PutErrorBudgetPolicy")]
    [Operation("Error budgets")]
    [RouteValue("team", typeof(string), "The team.")]
    [RequestHeader("If-Match", typeof(string), "The entity tag of the policy that is to be replaced; whichever it is when missing.")]
    [Accepts(typeof(ErrorBudgetPolicyBody), Example = BodyExamples.ErrorBudgetPolicy)]
    [Answers(StatusCodes.Status200OK, typeof(ErrorBudgetPolicyDocument))]
    [AnswerHeader("ETag", "The entity tag of the policy, to hold a change against.", StatusCodes.Status200OK, Pattern = EntityTags.Pattern)]
    [Problem(StatusCodes.Status403Forbidden, "not-your-team")]
    [Problem(StatusCodes.Status412PreconditionFailed, "precondition-failed")]
    [Problem(StatusCodes.Status422UnprocessableEntity, "thresholds-out-of-order")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        string team)
    {
        if (!request.Precondition().TryGet(out var precondition, out var error)) return error.ToProblem(request);
        return (await JsonBody.ReadAsync<ErrorBudgetPolicyBody>(request, request.Cancellation())).TryGet(out var body, out error)
            ? From(await useCase.ReplaceAsync(RouteText.Of(team), body, precondition, request.Caller(), request.Cancellation()), request)
            : error.ToProblem(request);
    }

    private static IResult From(Result<TeamPolicy> result, HttpRequest request)
    {
        if (!result.TryGet(out var policy, out var error)) return error.ToProblem(request);
        request.HttpContext.Response.Headers.ETag = policy.Tag;
        return Answer.Json(policy.Document);
    }
}
