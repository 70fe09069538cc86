using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Reports;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/reports/shadow.</summary>
public sealed class GetShadowReport(ReportShadow useCase)
{
    /// <summary>Compares availability targets that people chose with recommended ones, page by page.</summary>
    [Function(nameof(GetShadowReport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/reports/shadow")] HttpRequest request)
    {
        var query = ShadowQuery.Parse(request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error)
            ? Answer.Json(await useCase.HandleAsync(valid, request.Cancellation()))
            : error.ToProblem(request);
    }
}
