using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Identifiers;

namespace SloFunctions.Functions.Middleware;

/// <summary>Measures and traces each invocation, and gives each request the id that its log entries and its answer carry.</summary>
public sealed class TelemetryMiddleware(
    RequestInstruments requests, FunctionInstruments functions, IIdSource ids, TimeProvider clock, ILogger<TelemetryMiddleware> logger)
    : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http ? AnswerAsync(context, http, next) : RunAsync(context, next);

    private async Task AnswerAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        string id = RequestId.Given(http.Request) ?? ids.Next().ToString();
        http.TraceIdentifier = id;
        http.Response.Headers[RequestId.Header] = id;
        string function = context.FunctionDefinition.Name;
        var request = new ObservedRequest(http, function, InvocationSpan.Begin(context, http.Request), requests, clock);
        // The answer is written after all middleware: only then are its status and its time known.
        http.Response.OnCompleted(
            static state =>
            {
                ((ObservedRequest)state).End();
                return Task.CompletedTask;
            },
            request);
        using (logger.BeginScope(new RequestScope(id))) await next(context);
    }

    private async Task RunAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var span = InvocationSpan.Begin(context, request: null);
        long start = clock.GetTimestamp();
        bool hasFailed = true;
        try
        {
            await next(context);
            hasFailed = false;
        }
        catch (Exception failure)
        {
            span?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
        finally
        {
            functions.Record(context.FunctionDefinition.Name, hasFailed, clock.GetElapsedTime(start));
        }
    }
}
