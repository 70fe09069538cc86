using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using SloFunctions.Functions.Operations;

namespace SloFunctions.Functions.Middleware;

/// <summary>
/// Ends the work of a request when its client has gone, its deadline has passed or the host stops: all three cancel
/// <c>HttpContext.RequestAborted</c> while the function runs.
/// </summary>
public sealed class DeadlineMiddleware(DeadlinePolicy deadlines) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var client = http.RequestAborted;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(client, context.CancellationToken);
        end.CancelAfter(deadlines.Of(OperationGroups.Of(context.FunctionDefinition.Name)));
        http.RequestAborted = end.Token;
        try
        {
            await next(context);
        }
        finally
        {
            // The answer is written later, and a client that waits is to get it even after the deadline.
            http.RequestAborted = client;
        }
    }
}
