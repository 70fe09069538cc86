using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/graph/divergence.</summary>
public sealed class GetGraphDivergence(GetDivergence useCase)
{
    /// <summary>Compares the declared graph with the observed one, page by page.</summary>
    [Function(nameof(GetGraphDivergence))]
    [Operation("Dependency graph")]
    [Query("kind", typeof(DivergenceKind), "Only differences of this kind; all when missing.")]
    [Query("cursor", typeof(string), "The next_cursor of the page before; the first page when missing.")]
    [Query("limit", typeof(int), "Entries on the page.", Minimum = 1, Maximum = DivergenceQuery.MaxLimit, Default = DivergenceQuery.DefaultLimit)]
    [Answers(StatusCodes.Status200OK, typeof(DivergencePage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/graph/divergence")] HttpRequest request)
    {
        var query = DivergenceQuery.Parse(request.Parameter("kind"), request.Parameter("cursor"), request.Parameter("limit"));
        return query.TryGet(out var valid, out var error)
            ? Answer.Json(await useCase.HandleAsync(valid, request.Cancellation()))
            : error.ToProblem(request);
    }
}
