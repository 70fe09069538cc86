using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Reports.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/reports/breach-rate.</summary>
public sealed class GetBreachRateReport(ReportBreachRate useCase, TimeProvider clock)
{
    /// <summary>Compares how often accepted SLOs were breached with how often they were promised to be, month by month.</summary>
    [Function(nameof(GetBreachRateReport))]
    [Operation("Reports")]
    [Query("month", typeof(string), "The last month of the report; the last complete one when missing.", Pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$", Example = "2026-02")]
    [Query("months", typeof(int), "How many months: that one and those before it.", Minimum = 1, Maximum = BreachRateQuery.MostMonths, Default = 1)]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Entries on the page.", Minimum = 1, Maximum = ReportLimits.MaxLimit, Default = BreachRateQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(BreachRateDocument))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/reports/breach-rate")] HttpRequest request)
    {
        var query = BreachRateQuery.Parse(
            request.Parameter("month"), request.Parameter("months"), request.Parameter("cursor"), request.Parameter("limit"), clock.GetUtcNow());
        return query.TryGet(out var valid, out var error)
            ? Answer.Json(await useCase.HandleAsync(valid, request.Cancellation()))
            : error.ToProblem(request);
    }
}
