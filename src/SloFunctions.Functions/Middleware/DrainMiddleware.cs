using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace SloFunctions.Functions.Middleware;

/// <summary>Sends clients elsewhere once the process is to end: their requests are answered, their connections are not kept.</summary>
internal sealed class DrainMiddleware(IHostApplicationLifetime lifetime) : IFunctionsWorkerMiddleware
{
    private static readonly StringValues Close = "close";

    /// <inheritdoc/>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested && context.GetHttpContext() is { } http && HttpProtocol.IsHttp11(http.Request.Protocol))
            http.Response.Headers.Connection = Close;
        return next(context);
    }
}
