using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>POST /api/v1/circular-dependencies/{id}/acknowledge and …/resolve.</summary>
public sealed class CircularDependencyActions(HandleCycles useCase)
{
    /// <summary>Notes that somebody has seen a circular dependency.</summary>
    [Function("AcknowledgeCircularDependency")]
    [Operation("Dependency graph")]
    [Accepts(typeof(CycleActionBody), Optional = true, Example = BodyExamples.CycleAction)]
    [Answers(StatusCodes.Status200OK, typeof(CycleSummary))]
    [Problem(StatusCodes.Status404NotFound, "circular-dependency-not-found")]
    [Problem(StatusCodes.Status409Conflict, "cycle-resolved")]
    public async Task<IResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/circular-dependencies/{cycleId}/acknowledge")] HttpRequest request,
        string cycleId) =>
        (await JsonBody.ReadOptionalAsync<CycleActionBody>(request, request.Cancellation())).TryGet(out var body, out var error)
            ? Answer.From(await useCase.AcknowledgeAsync(cycleId, body, request.Caller().Actor, request.Cancellation()), request)
            : error.ToProblem(request);

    /// <summary>Closes a circular dependency.</summary>
    [Function("ResolveCircularDependency")]
    [Operation("Dependency graph")]
    [Accepts(typeof(CycleActionBody), Optional = true, Example = BodyExamples.CycleAction)]
    [Answers(StatusCodes.Status200OK, typeof(CycleSummary))]
    [Problem(StatusCodes.Status404NotFound, "circular-dependency-not-found")]
    public async Task<IResult> ResolveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/circular-dependencies/{cycleId}/resolve")] HttpRequest request,
        string cycleId) =>
        (await JsonBody.ReadOptionalAsync<CycleActionBody>(request, request.Cancellation())).TryGet(out var body, out var error)
            ? Answer.From(await useCase.ResolveAsync(cycleId, body, request.Caller().Actor, request.Cancellation()), request)
            : error.ToProblem(request);
}
