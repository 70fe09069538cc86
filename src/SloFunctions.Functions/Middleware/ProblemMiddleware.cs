using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Middleware;

/// <summary>Turns exceptions of HTTP functions into problem documents; those of other functions are the host's to log.</summary>
public sealed partial class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            context.GetInvocationResult().Value = Problem(failure, context.FunctionDefinition.Name, http.Request);
        }
    }

    private IResult Problem(Exception failure, string function, HttpRequest request)
    {
        switch (failure)
        {
            case DependencyUnavailableException unavailable:
                LogUnavailable(failure, unavailable.Dependency, function);
                return unavailable.ToProblem(request);
            case OverloadedException overloaded:
                LogOverloaded(function);
                return overloaded.ToProblem(request);
            case BadHttpRequestException bad:
                return ProblemMap.BadRequest(bad, request);
            case OperationCanceledException:
                LogTimeout(function);
                return ProblemMap.Timeout(request);
            default:
                LogUnexpected(failure, function);
                return ProblemMap.Unexpected(request);
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "{Dependency} is unavailable in {Function}")]
    private partial void LogUnavailable(Exception failure, string dependency, string function);

    [LoggerMessage(1002, LogLevel.Warning, "{Function} took too long and was cancelled")]
    private partial void LogTimeout(string function);

    [LoggerMessage(1003, LogLevel.Error, "{Function} failed")]
    private partial void LogUnexpected(Exception failure, string function);

    [LoggerMessage(1004, LogLevel.Warning, "{Function} was turned away: too much is waiting to be computed")]
    private partial void LogOverloaded(string function);
}
