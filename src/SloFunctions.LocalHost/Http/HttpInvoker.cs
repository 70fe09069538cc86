using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Settings;

namespace SloFunctions.LocalHost.Http;

/// <summary>Answers a request by invoking a function.</summary>
internal sealed class HttpInvoker(FunctionPipeline pipeline, HostJson settings, TimeProvider clock, ILogger<HttpInvoker> log)
{
    public async Task InvokeAsync(HostedFunction function, HttpContext http)
    {
        using var end = new CancellationTokenSource(settings.FunctionTimeout, clock);
        await using var aborted = http.RequestAborted.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), end);
        var context = new LocalFunctionContext(function, http.Request, http.Request.RouteValues, http.RequestServices, end.Token);
        context.Features.Set(http);
        try
        {
            await pipeline.InvokeAsync(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; nobody is left to be answered.
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            log.FunctionTimedOut(function.Name, settings.FunctionTimeout);
            Answer(http, StatusCodes.Status500InternalServerError);
        }
        catch (FunctionInputConverterException unreadable)
        {
            log.BadParameter(function.Name, unreadable.Message);
            Answer(http, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException refused)
        {
            Answer(http, refused.StatusCode);
        }
#pragma warning disable CA1031 // Whatever a function throws, the host goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.FunctionFailed(function.Name, failure);
            Answer(http, StatusCodes.Status500InternalServerError);
        }
    }

    private static void Answer(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }
}
