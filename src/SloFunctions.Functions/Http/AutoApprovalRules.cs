using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Domain.Results;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET and POST /api/v1/auto-approval-rules; GET, PUT and DELETE /api/v1/auto-approval-rules/{rule_id}.</summary>
public sealed class AutoApprovalRules(ManageRules useCase)
{
    private const string Tag = "Auto-approval";
    private const string TagMeaning = "The entity tag of the rule, to hold changes against.";
    private const string IfMatch = "Entity tags of the rule of which one must be the present one.";

    /// <summary>Lists auto-approval rules page by page, in the order in which they are tried.</summary>
    [Function("ListAutoApprovalRules")]
    [Operation(Tag)]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Entries on the page.", Minimum = 1, Maximum = RuleQuery.MaxLimit, Default = RuleQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(RulePage))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/auto-approval-rules")] HttpRequest request)
    {
        var query = RuleQuery.Parse(request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error) ? Answer.Json(await useCase.ListAsync(valid, request.Cancellation())) : error.ToProblem(request);
    }

    /// <summary>Makes an auto-approval rule.</summary>
    [Function("CreateAutoApprovalRule")]
    [Operation(Tag)]
    [Accepts(typeof(RuleBody), Example = BodyExamples.AutoApprovalRule)]
    [Answers(StatusCodes.Status201Created, typeof(RuleSummary))]
    [AnswerHeader("ETag", TagMeaning, StatusCodes.Status201Created, Pattern = EntityTags.Pattern)]
    [Problem(StatusCodes.Status409Conflict, "auto-approval-rule-name-taken")]
    [Problem(StatusCodes.Status409Conflict, "too-many-auto-approval-rules")]
    public async Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/auto-approval-rules")] HttpRequest request) =>
        (await JsonBody.ReadAsync<RuleBody>(request, request.Cancellation())).TryGet(out var body, out var error)
            ? Tagged(await useCase.CreateAsync(body, request.Caller().Actor, request.Cancellation()), request, StatusCodes.Status201Created)
            : error.ToProblem(request);

    /// <summary>Shows an auto-approval rule.</summary>
    [Function("GetAutoApprovalRule")]
    [Operation(Tag)]
    [Answers(StatusCodes.Status200OK, typeof(RuleSummary))]
    [AnswerHeader("ETag", TagMeaning, StatusCodes.Status200OK, Pattern = EntityTags.Pattern)]
    [Problem(StatusCodes.Status404NotFound, "auto-approval-rule-not-found")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/auto-approval-rules/{ruleId}")] HttpRequest request,
        string ruleId) =>
        Tagged(await useCase.FindAsync(ruleId, request.Cancellation()), request);

    /// <summary>Puts another auto-approval rule in the place of one, as a whole: what is left out gets its default.</summary>
    [Function("ReplaceAutoApprovalRule")]
    [Operation(Tag)]
    [Accepts(typeof(RuleBody), Example = BodyExamples.ReplacedRule)]
    [RequestHeader("If-Match", typeof(string), IfMatch)]
    [Answers(StatusCodes.Status200OK, typeof(RuleSummary))]
    [AnswerHeader("ETag", TagMeaning, StatusCodes.Status200OK, Pattern = EntityTags.Pattern)]
    [Problem(StatusCodes.Status404NotFound, "auto-approval-rule-not-found")]
    [Problem(StatusCodes.Status409Conflict, "auto-approval-rule-name-taken")]
    [Problem(StatusCodes.Status412PreconditionFailed, "precondition-failed")]
    public async Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/auto-approval-rules/{ruleId}")] HttpRequest request,
        string ruleId)
    {
        if (!request.Precondition().TryGet(out var demand, out var error)) return error.ToProblem(request);
        return (await JsonBody.ReadAsync<RuleBody>(request, request.Cancellation())).TryGet(out var body, out error)
            ? Tagged(await useCase.ReplaceAsync(ruleId, body, demand, request.Caller().Actor, request.Cancellation()), request)
            : error.ToProblem(request);
    }

    /// <summary>Removes an auto-approval rule. What it has approved stays in force.</summary>
    [Function("DeleteAutoApprovalRule")]
    [Operation(Tag)]
    [RequestHeader("If-Match", typeof(string), IfMatch)]
    [Answers(StatusCodes.Status204NoContent, Description = "The rule is gone.")]
    [Problem(StatusCodes.Status404NotFound, "auto-approval-rule-not-found")]
    [Problem(StatusCodes.Status412PreconditionFailed, "precondition-failed")]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/auto-approval-rules/{ruleId}")] HttpRequest request,
        string ruleId)
    {
        if (!request.Precondition().TryGet(out var demand, out var error)) return error.ToProblem(request);
        return (await useCase.DeleteAsync(ruleId, demand, request.Caller().Actor, request.Cancellation())).TryGet(out _, out error)
            ? TypedResults.NoContent()
            : error.ToProblem(request);
    }

    private static IResult Tagged(Result<RuleSummary> result, HttpRequest request, int status = StatusCodes.Status200OK)
    {
        if (result.Value is { } rule) request.HttpContext.Response.Headers.ETag = RuleTag.Of(rule);
        return Answer.From(result, request, status);
    }
}
