using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace SloFunctions.LocalHost.Invocations;

/// <summary>The app's middleware, the first added outermost, with the function in the middle.</summary>
internal sealed class FunctionPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate outermost =
        middleware.Reverse().Aggregate((FunctionExecutionDelegate)CallAsync, (next, add) => add(next));

    public Task InvokeAsync(LocalFunctionContext context) => outermost(context);

    private static async Task CallAsync(FunctionContext context)
    {
        var local = (LocalFunctionContext)context;
        context.GetInvocationResult().Value = await local.Function.CallAsync(local);
    }
}
