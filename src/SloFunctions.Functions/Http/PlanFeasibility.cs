using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Impact;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/slos/feasibility.</summary>
public sealed class PlanFeasibility(FindFeasibility useCase)
{
    /// <summary>Finds the cheapest improvements that let a service keep a target.</summary>
    [Function(nameof(PlanFeasibility))]
    [Operation("Impact")]
    [Accepts(typeof(FeasibilityBody), Example = BodyExamples.Feasibility)]
    [Answers(StatusCodes.Status200OK, typeof(FeasibilityDocument))]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/slos/feasibility")] HttpRequest request)
    {
        if (!(await JsonBody.ReadAsync<FeasibilityBody>(request, request.Cancellation())).TryGet(out var body, out var error)) return error.ToProblem(request);
        return Answer.From(await useCase.HandleAsync(body, request.Cancellation()), request);
    }
}
