using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Reports.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/reports/shadow.</summary>
public sealed class GetShadowReport(ReportShadow useCase)
{
    /// <summary>Compares availability targets that people chose with recommended ones, page by page.</summary>
    [Function(nameof(GetShadowReport))]
    [Operation("Reports")]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Entries on the page.", Minimum = 1, Maximum = ReportLimits.MaxLimit, Default = ShadowQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(ShadowDocument))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/reports/shadow")] HttpRequest request)
    {
        var query = ShadowQuery.Parse(request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error)
            ? Answer.Json(await useCase.HandleAsync(valid, request.Cancellation()))
            : error.ToProblem(request);
    }
}
