using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Failures;

namespace Functions.Tests.Middleware;

/// <summary>Functions that fail, each in a way of its own.</summary>
public sealed class FailingFunctions
{
    [Function("Unexpected")]
    public IResult Unexpected([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("a secret of ours");

    [Function("Unavailable")]
    public IResult Unavailable([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new DependencyUnavailableException("oracle", TimeSpan.FromSeconds(12.2), new IOException("a secret of theirs"));

    [Function("UnavailableForAMoment")]
    public IResult UnavailableForAMoment([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new DependencyUnavailableException("oracle", TimeSpan.Zero, cause: null);

    [Function("Overloaded")]
    public IResult Overloaded([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new OverloadedException(TimeSpan.FromSeconds(7));

    [Function("TimesOut")]
    public async Task<IResult> TimesOut([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return Results.Ok();
    }

    [Function("Malformed")]
    public IResult Malformed([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new BadHttpRequestException("a detail", StatusCodes.Status408RequestTimeout);
}
