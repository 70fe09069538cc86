using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Orchestrations;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/slo-recommendations/bulk, GET …/bulk/{run_id}, POST …/bulk/{run_id}/cancel.</summary>
public sealed class BulkRecommendations(StartBulkRun start, GetBulkRun get, CancelBulkRun cancel)
{
    private const string Tag = "Recommendations";
    private const string Route = "api/v1/slo-recommendations/bulk";

    /// <summary>
    /// Has the recommendations of many services computed: of all internal ones, of those of a team, or of those named. One run is active at a time.
    /// </summary>
    [Function("StartBulkRecommendation")]
    [Operation(Tag)]
    [Accepts(typeof(BulkRunBody), Example = BodyExamples.BulkRun)]
    [Answers(StatusCodes.Status202Accepted, typeof(BulkRunDocument))]
    [AnswerHeader("Location", "Where the run is shown.", StatusCodes.Status202Accepted)]
    [Problem(StatusCodes.Status409Conflict, "bulk-run-active")]
    [Problem(StatusCodes.Status422UnprocessableEntity, "unknown-services")]
    [Problem(StatusCodes.Status422UnprocessableEntity, "empty-scope")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        if (!(await JsonBody.ReadAsync<BulkRunBody>(request, request.Cancellation())).TryGet(out var body, out var error)) return error.ToProblem(request);
        var started = await start.HandleAsync(body, request.Caller().Actor, new DurableOrchestrations(client), request.Cancellation());
        // Of the run that stands in the way, too.
        if (started.RunId is { } id) request.HttpContext.Response.Headers.Location = $"/{Route}/{id:D}";
        return Answer.From(started.Answer, request, StatusCodes.Status202Accepted);
    }

    /// <summary>Shows how a bulk run stands, with a page of the services that could not be computed.</summary>
    [Function("GetBulkRecommendation")]
    [Operation(Tag)]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Failures on the page.", Minimum = 1, Maximum = BulkRunQuery.MaxLimit, Default = BulkRunQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(BulkRunDocument))]
    [Problem(StatusCodes.Status404NotFound, "bulk-run-not-found")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{runId}")] HttpRequest request,
        string runId) =>
        BulkRunQuery.Parse(runId, request.Parameter("cursor"), request.Parameter("limit")).TryGet(out var query, out var error)
            ? Answer.From(await get.HandleAsync(query, request.Cancellation()), request)
            : error.ToProblem(request);

    /// <summary>Has a bulk run end early; what was computed stays. Asked again, nothing changes; a run that has ended otherwise cannot be cancelled any more.</summary>
    [Function("CancelBulkRecommendation")]
    [Operation(Tag)]
    [Answers(StatusCodes.Status202Accepted, typeof(BulkRunDocument))]
    [Problem(StatusCodes.Status404NotFound, "bulk-run-not-found")]
    [Problem(StatusCodes.Status409Conflict, "bulk-run-ended")]
    public async Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{runId}/cancel")] HttpRequest request,
        string runId,
        [DurableClient] DurableTaskClient client) =>
        Answer.From(
            await cancel.HandleAsync(runId, request.Caller().Actor, new DurableOrchestrations(client), request.Cancellation()), request, StatusCodes.Status202Accepted);
}
