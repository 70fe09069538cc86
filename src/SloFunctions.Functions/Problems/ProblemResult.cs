using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Functions.Problems;

/// <summary>Answers with a problem document.</summary>
internal sealed class ProblemResult(ProblemDocument problem, TimeSpan? retryAfter = null) : IResult
{
    private static readonly StringValues Challenges = new(["Bearer realm=\"slo-functions\"", "ApiKey realm=\"slo-functions\", header=\"X-API-Key\""]);
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(1);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        if (problem.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = Challenges;
        if (retryAfter is { } wait)
        {
            double seconds = Math.Ceiling((wait > LeastWait ? wait : LeastWait).TotalSeconds);
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await JsonSerializer.SerializeAsync(response.Body, problem, PublishedJson.Options, httpContext.RequestAborted);
    }
}
