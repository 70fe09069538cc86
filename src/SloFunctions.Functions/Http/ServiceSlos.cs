using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Domain.Results;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET and POST /api/v1/services/{id}/slos.</summary>
public sealed class ServiceSlos(DecideSlo decisions, GetServiceSlo slos)
{
    private const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Shows the SLO of a service that is in force.</summary>
    [Function("GetServiceSlos")]
    [Operation("Lifecycle")]
    [Answers(StatusCodes.Status200OK, typeof(ServiceSloDocument))]
    [AnswerHeader("ETag", "The entity tag of the SLO, to hold changes against; missing without an SLO.", StatusCodes.Status200OK, Pattern = "^\"[^\"]+\"$", Optional = true)]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services/{serviceId}/slos")] HttpRequest request,
        string serviceId)
    {
        if (!(await slos.HandleAsync(RouteText.Of(serviceId), request.Cancellation())).TryGet(out var found, out var error)) return error.ToProblem(request);
        Tag(request, SloTag.Of(found.Slo?.SloId, found.Slo?.Version));
        return Answer.Json(found);
    }

    /// <summary>Accepts, changes or rejects a recommendation, or brings targets of one's own.</summary>
    [Function("DecideSlo")]
    [Operation("Lifecycle")]
    [Accepts(typeof(DecisionBody), Example = BodyExamples.Decision)]
    [RequestHeader(IdempotencyKey, typeof(string), "Marks the request: sent again within 24 hours, it is answered as it was first and changes nothing.")]
    [RequestHeader("If-Match", typeof(string), "Entity tags of the SLO of which one must be the present one.")]
    [RequestHeader("If-None-Match", typeof(string), "With *, the service must not have an SLO yet.")]
    [Answers(StatusCodes.Status200OK, typeof(SloDecisionDocument))]
    [AnswerHeader("ETag", "The entity tag of the SLO in force; missing without one.", StatusCodes.Status200OK, Pattern = "^\"[^\"]+\"$", Optional = true)]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    [Problem(StatusCodes.Status404NotFound, "recommendation-not-found")]
    [Problem(StatusCodes.Status409Conflict, "recommendation-closed")]
    [Problem(StatusCodes.Status409Conflict, "no-target-recommended")]
    [Problem(StatusCodes.Status412PreconditionFailed, "precondition-failed")]
    [Problem(StatusCodes.Status422UnprocessableEntity, "actor-mismatch")]
    [Problem(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/services/{serviceId}/slos")] HttpRequest request,
        string serviceId)
    {
        if (!request.Precondition().TryGet(out var precondition, out var error)) return error.ToProblem(request);
        if (!(await JsonBody.ReadAsync<DecisionBody>(request, request.Cancellation())).TryGet(out var body, out error)) return error.ToProblem(request);
        string? key = request.Headers.TryGetValue(IdempotencyKey, out var keys) ? keys.ToString() : null;
        var asked = new DecisionRequest(RouteText.Of(serviceId), precondition, key);
        if (!(await decisions.HandleAsync(asked, body, request.Caller(), request.Cancellation())).TryGet(out var done, out error)) return error.ToProblem(request);
        Tag(request, SloTag.Of(done.SloId, done.Version));
        return Answer.Json(done);
    }

    private static void Tag(HttpRequest request, string? tag)
    {
        if (tag is not null) request.HttpContext.Response.Headers[HeaderNames.ETag] = tag;
    }
}
