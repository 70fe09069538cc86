using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>Shows the request to all that comes after it and writes the result that they leave.</summary>
internal sealed partial class HttpProxyingMiddleware(ILogger<HttpProxyingMiddleware> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.Features.Get<HttpContext>() is not { } http)
        {
            await next(context);
            return;
        }

        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        await next(context);
        await WriteAsync(context, http);
    }

    private async Task WriteAsync(FunctionContext context, HttpContext http)
    {
        var result = context.GetInvocationResult();
        if (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        switch (result.Value)
        {
            case IActionResult action:
                await action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult plain:
                await plain.ExecuteAsync(http);
                break;
            default:
                // As the worker does: whatever was not written to the response itself is lost, and the status stays 200.
                NoHttpResult(context.FunctionDefinition.Name);
                return;
        }

        result.Value = null;
    }

    [LoggerMessage(1, LogLevel.Debug, "Function {Function} returned neither an IResult nor an IActionResult; the response is left as it is")]
    private partial void NoHttpResult(string function);
}
