using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using SloFunctions.Domain.Results;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET /errors/{code}: where the types of problems lead.</summary>
public sealed class ExplainProblem
{
    private static readonly MediaTypeHeaderValue Html = new("text/html");
    private static readonly MediaTypeHeaderValue Json = new(Answer.JsonType);

    /// <summary>Explains a kind of problem: as a page, or as JSON for whoever prefers that.</summary>
    [Function(nameof(ExplainProblem))]
    [Undocumented("It is for people who follow the type of a problem.")]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "errors/{code}")] HttpRequest request,
        string code)
    {
        if (ProblemCatalog.Find(code) is not { } kind) return Error.NotFound("problem", "Problem", code).ToProblem(request);
        return PrefersJson(request) ? Answer.Json(kind) : new ProblemPage(kind);
    }

    private static bool PrefersJson(HttpRequest request) => Quality(request, Json) > Quality(request, Html);

    // The most specific range that includes the type decides.
    private static double Quality(HttpRequest request, MediaTypeHeaderValue type) => request.GetTypedHeaders().Accept
        .Where(range => type.IsSubsetOf(range))
        .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
