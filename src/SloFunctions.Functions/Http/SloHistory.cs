using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Audit.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services/{id}/slo-history.</summary>
public sealed class SloHistory(GetSloHistory useCase)
{
    /// <summary>Shows what was done about the targets of a service, the newest first, page by page.</summary>
    [Function(nameof(GetSloHistory))]
    [Operation("Audit")]
    [Query("actor", typeof(string), "Only entries of this actor.")]
    [Query("action", typeof(string), "Only entries of this action, or of several separated by commas: accept, modify, reject, manual, auto_approve, expire, drift_triggered.")]
    [Query("from", typeof(string), "Only entries of this time in UTC or later, ISO 8601.")]
    [Query("to", typeof(string), "Only entries before this time in UTC, ISO 8601.")]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Entries on the page.", Minimum = 1, Maximum = HistoryQuery.MaxLimit, Default = HistoryQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(HistoryDocument))]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services/{serviceId}/slo-history")] HttpRequest request,
        string serviceId)
    {
        var query = HistoryQuery.Parse(
            RouteText.Of(serviceId),
            request.Parameter("actor"),
            request.Parameter("action"),
            request.Parameter("from"),
            request.Parameter("to"),
            request.Parameter("cursor"),
            request.Parameter("limit"));
        return query.TryGet(out var valid, out var error)
            ? Answer.From(await useCase.HandleAsync(valid, request.Cancellation()), request)
            : error.ToProblem(request);
    }
}
