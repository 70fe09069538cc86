using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/services/{id}/error-budget.</summary>
public sealed class GetErrorBudget(ShowErrorBudget useCase)
{
    /// <summary>Shows what is left of a service's error budgets, how fast they are spent and whether it may be deployed.</summary>
    [Function(nameof(GetErrorBudget))]
    [Operation("Error budgets")]
    [Answers(StatusCodes.Status200OK, typeof(ErrorBudgetDocument))]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    [Problem(StatusCodes.Status404NotFound, "slo-not-found")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/services/{serviceId}/error-budget")] HttpRequest request,
        string serviceId) =>
        Answer.From(await useCase.HandleAsync(RouteText.Of(serviceId), request.Cancellation()), request);
}
