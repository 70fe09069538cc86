using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Observability;

namespace SloFunctions.Functions.Middleware;

/// <summary>Begins the span of an invocation, in the trace of the caller if there is one.</summary>
internal static class InvocationSpan
{
    /// <summary>The span, named after the function; null while nobody listens.</summary>
    public static Activity? Begin(FunctionContext context, HttpRequest? request)
    {
        if (!Tracing.Source.HasListeners()) return null;
        var kind = request is null ? ActivityKind.Internal : ActivityKind.Server;
        string name = context.FunctionDefinition.Name;
        var current = Activity.Current;
        // One with a source is exported, as the worker's own is. One without is a note of the server's that nobody ever
        // sees, and a span below it would look as if its parent were lost.
        if (current is { Source.Name.Length: > 0 }) return Tracing.Source.StartActivity(name, kind);

        Activity.Current = null;
        var span = Tracing.Source.StartActivity(name, kind, Caller(context, request));
        if (span is null) Activity.Current = current;
        return span;
    }

    private static ActivityContext Caller(FunctionContext context, HttpRequest? request)
    {
        var (parent, state) = request is null
            ? (context.TraceContext.TraceParent, context.TraceContext.TraceState)
            : (request.Headers.TraceParent.ToString(), request.Headers.TraceState.ToString());
        return ActivityContext.TryParse(parent, state, isRemote: true, out var caller) ? caller : default;
    }
}
