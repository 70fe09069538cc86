using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Reports;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/reports/breach-rate.</summary>
public sealed class GetBreachRateReport(ReportBreachRate useCase, TimeProvider clock)
{
    /// <summary>Compares how often accepted SLOs were breached with how often they were promised to be, month by month.</summary>
    [Function(nameof(GetBreachRateReport))]
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
