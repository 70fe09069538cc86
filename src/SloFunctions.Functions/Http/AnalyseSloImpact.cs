using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Impact;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/slos/impact-analysis.</summary>
public sealed class AnalyseSloImpact(AnalyseImpact useCase)
{
    /// <summary>Tells what a change of a target does to the services above.</summary>
    [Function(nameof(AnalyseSloImpact))]
    [Operation("Impact")]
    [Accepts(typeof(ImpactBody), Example = BodyExamples.Impact)]
    [Answers(StatusCodes.Status200OK, typeof(ImpactDocument))]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/slos/impact-analysis")] HttpRequest request)
    {
        if (!(await JsonBody.ReadAsync<ImpactBody>(request, request.Cancellation())).TryGet(out var body, out var error)) return error.ToProblem(request);
        return Answer.From(await useCase.HandleAsync(body, request.Cancellation()), request);
    }
}
