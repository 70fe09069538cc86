using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Failures;
using SloFunctions.Application.RateLimits;
using SloFunctions.Domain.Results;

namespace SloFunctions.Functions.Problems;

/// <summary>The one place where failures become HTTP statuses and problem documents.</summary>
internal static class ProblemMap
{
    public static IResult ToProblem(this Error error, HttpRequest request) =>
        Problem(request, StatusOf(error.Kind), error.Code, error.Title, error.Detail, error.RetryAfter, error.Fields);

    public static IResult ToProblem(this DependencyUnavailableException failure, HttpRequest request) => Problem(
        request,
        StatusCodes.Status503ServiceUnavailable,
        "dependency-unavailable",
        $"{failure.Dependency} does not answer at present; try again later.",
        failure.RetryAfter);

    public static IResult ToProblem(this OverloadedException failure, HttpRequest request) => Problem(
        request,
        StatusCodes.Status503ServiceUnavailable,
        "overloaded",
        "More is waiting to be computed than can be in reasonable time; try again later.",
        failure.RetryAfter);

    public static IResult RateLimited(RateDecision decision, HttpRequest request) => Problem(
        request,
        StatusCodes.Status429TooManyRequests,
        "rate-limit-exceeded",
        string.Create(CultureInfo.InvariantCulture, $"At most {decision.Limit} requests a minute are allowed here; wait as long as Retry-After says."),
        decision.RetryAfter);

    public static IResult Timeout(HttpRequest request) => Problem(
        request,
        StatusCodes.Status503ServiceUnavailable,
        "timeout",
        "The request took too long and was given up. A change takes effect as a whole or not at all.",
        TimeSpan.FromSeconds(5));

    public static IResult BadRequest(BadHttpRequestException failure, HttpRequest request) =>
        Problem(request, failure.StatusCode, "bad-request", "The request is not valid HTTP.");

    public static IResult Unexpected(HttpRequest request) => Problem(
        request, StatusCodes.Status500InternalServerError, "internal-error", "Something unexpected happened; it has been logged.");

    public static IResult NoSuchRoute(HttpRequest request) =>
        Problem(request, StatusCodes.Status404NotFound, "no-such-route", "Nothing is served at this path.");

    public static IResult MethodNotAllowed(HttpRequest request) => Problem(
        request, StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This path is not served for this method; the header Allow names those that are.");

    public static IResult HttpsRequired(HttpRequest request) =>
        Problem(request, StatusCodes.Status403Forbidden, "https-required", "This host is served over https only; what was sent has crossed the network in the clear.");

    private static ProblemResult Problem(HttpRequest request, int status, string code, string detail, TimeSpan? retryAfter = null) =>
        Problem(request, status, code, ProblemCatalog.Find(code)!.Title, detail, retryAfter, fields: null);

    private static ProblemResult Problem(
        HttpRequest request, int status, string code, string title, string detail, TimeSpan? retryAfter, IReadOnlyList<FieldError>? fields) => new(
        new ProblemDocument(
            ProblemCatalog.TypeBase + code,
            title,
            status,
            detail,
            request.PathBase.ToUriComponent() + request.Path.ToUriComponent(),
            Activity.Current?.TraceId.ToHexString(),
            request.HttpContext.TraceIdentifier,
            fields is { Count: > 0 } ? fields : null),
        retryAfter);

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.Unsupported => StatusCodes.Status415UnsupportedMediaType,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        ErrorKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Throttled => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status500InternalServerError,
    };
}
