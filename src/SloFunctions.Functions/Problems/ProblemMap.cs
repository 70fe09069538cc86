using System.Globalization;
using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Failures;
using SloFunctions.Application.RateLimits;
using SloFunctions.Domain.Results;

namespace SloFunctions.Functions.Problems;

/// <summary>The one place where failures become HTTP statuses and problem documents.</summary>
internal static class ProblemMap
{
    private const string TypeBase = "https://slo-engine.internal/errors/";

    public static IResult ToProblem(this Error error, HttpRequest request) => new ProblemResult(new ProblemDocument(
        TypeBase + error.Code,
        error.Title,
        StatusOf(error.Kind),
        error.Detail,
        Instance(request),
        error.Fields.Count > 0 ? error.Fields : null));

    public static IResult ToProblem(this DependencyUnavailableException failure, HttpRequest request) => new ProblemResult(
        new ProblemDocument(
            TypeBase + "dependency-unavailable",
            "Dependency Unavailable",
            StatusCodes.Status503ServiceUnavailable,
            $"{failure.Dependency} does not answer at present; try again later.",
            Instance(request),
            null),
        failure.RetryAfter);

    public static IResult ToProblem(this OverloadedException failure, HttpRequest request) => new ProblemResult(
        new ProblemDocument(
            TypeBase + "overloaded",
            "Overloaded",
            StatusCodes.Status503ServiceUnavailable,
            "More is waiting to be computed than can be in reasonable time; try again later.",
            Instance(request),
            null),
        failure.RetryAfter);

    public static IResult RateLimited(RateDecision decision, HttpRequest request) => new ProblemResult(
        new ProblemDocument(
            TypeBase + "rate-limit-exceeded",
            "Rate Limit Exceeded",
            StatusCodes.Status429TooManyRequests,
            string.Create(CultureInfo.InvariantCulture, $"At most {decision.Limit} requests a minute are allowed here; wait as long as Retry-After says."),
            Instance(request),
            null),
        decision.RetryAfter);

    public static IResult Timeout(HttpRequest request) => new ProblemResult(
        new ProblemDocument(
            TypeBase + "timeout",
            "Timeout",
            StatusCodes.Status503ServiceUnavailable,
            "The request took too long and was given up; nothing was changed.",
            Instance(request),
            null),
        TimeSpan.FromSeconds(5));

    public static IResult BadRequest(BadHttpRequestException failure, HttpRequest request) => new ProblemResult(new ProblemDocument(
        TypeBase + "bad-request", "Bad Request", failure.StatusCode, "The request is not valid HTTP.", Instance(request), null));

    public static IResult Unexpected(HttpRequest request) => new ProblemResult(new ProblemDocument(
        TypeBase + "internal-error",
        "Internal Error",
        StatusCodes.Status500InternalServerError,
        "Something unexpected happened; it has been logged.",
        Instance(request),
        null));

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.Unsupported => StatusCodes.Status415UnsupportedMediaType,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static string Instance(HttpRequest request) => request.PathBase.ToUriComponent() + request.Path.ToUriComponent();
}
