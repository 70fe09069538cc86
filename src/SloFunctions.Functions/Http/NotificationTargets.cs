using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Notifications;
using SloFunctions.Domain.Results;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET and PUT /api/v1/teams/{team}/notification-targets.</summary>
public sealed class NotificationTargets(ManageNotificationTargets useCase)
{
    private const string Route = "api/v1/teams/{team}/notification-targets";

    /// <summary>Shows where a team is told about the SLOs of its services, without secrets and whole addresses.</summary>
    [Function("GetNotificationTargets")]
    [Operation("Notifications")]
    [RouteValue("team", typeof(string), "The team.")]
    [Answers(StatusCodes.Status200OK, typeof(NotificationTargetsDocument))]
    [AnswerHeader("ETag", "The entity tag of the list, to hold a change against.", StatusCodes.Status200OK, Pattern = EntityTags.Pattern)]
    [Problem(StatusCodes.Status403Forbidden, "not-your-team")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string team) =>
        From(await useCase.ReadAsync(RouteText.Of(team), request.Caller(), request.Cancellation()), request);

    /// <summary>Puts a list in place of where a team is told about the SLOs of its services.</summary>
    [Function("PutNotificationTargets")]
    [Operation("Notifications")]
    [RouteValue("team", typeof(string), "The team.")]
    [RequestHeader("If-Match", typeof(string), "The entity tag of the list that is to be replaced; whichever it is when missing.")]
    [Accepts(typeof(NotificationTargetsBody), Example = BodyExamples.NotificationTargets)]
    [Answers(StatusCodes.Status200OK, typeof(NotificationTargetsDocument))]
    [AnswerHeader("ETag", "The entity tag of the list, to hold a change against.", StatusCodes.Status200OK, Pattern = EntityTags.Pattern)]
    [Problem(StatusCodes.Status403Forbidden, "not-your-team")]
    [Problem(StatusCodes.Status412PreconditionFailed, "precondition-failed")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        string team)
    {
        if (!request.Precondition().TryGet(out var precondition, out var error)) return error.ToProblem(request);
        return (await JsonBody.ReadAsync<NotificationTargetsBody>(request, request.Cancellation())).TryGet(out var body, out error)
            ? From(await useCase.ReplaceAsync(RouteText.Of(team), body, precondition, request.Caller(), request.Cancellation()), request)
            : error.ToProblem(request);
    }

    private static IResult From(Result<NotificationTargetList> result, HttpRequest request)
    {
        if (!result.TryGet(out var list, out var error)) return error.ToProblem(request);
        request.HttpContext.Response.Headers.ETag = list.Tag;
        return Answer.Json(list.Document);
    }
}
