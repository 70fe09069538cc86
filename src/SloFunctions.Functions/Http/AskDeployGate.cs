using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/deploy-gate.</summary>
public sealed partial class AskDeployGate(CheckDeployGate useCase, ILogger<AskDeployGate> logger)
{
    /// <summary>Decides whether services may be deployed by what is left of their error budgets; the answer is 200 whatever is decided.</summary>
    [Function(nameof(AskDeployGate))]
    [Operation("Error budgets")]
    [Accepts(typeof(DeployGateBody), Example = BodyExamples.DeployGate)]
    [Answers(StatusCodes.Status200OK, typeof(DeployGateDocument))]
    [Problem(StatusCodes.Status422UnprocessableEntity, "unknown-services")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/deploy-gate")] HttpRequest request)
    {
        if (!(await JsonBody.ReadAsync<DeployGateBody>(request, request.Cancellation())).TryGet(out var body, out var error)) return error.ToProblem(request);
        var result = await useCase.HandleAsync(body, request.Cancellation());
        if (result.TryGet(out var decided, out _) && decided.Emergency) LogEmergency(request.Caller().ClientId, decided.Services.Count, decided.Decision);
        return Answer.From(result, request);
    }

    [LoggerMessage(5701, LogLevel.Warning, "{ClientId} asked to deploy an emergency fix of {Services} services: {Decision}")]
    private partial void LogEmergency(string clientId, int services, string decision);
}
