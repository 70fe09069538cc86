using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using SloFunctions.Functions.Operations;

namespace SloFunctions.Functions.Middleware;

/// <summary>Has expensive requests wait for their turn, so that cheap ones stay quick.</summary>
internal sealed class BulkheadMiddleware(Bulkheads bulkheads) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        using var place = await bulkheads.EnterAsync(OperationGroups.Of(context.FunctionDefinition.Name), http.RequestAborted);
        await next(context);
    }
}
