namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Runs around every invocation. One instance serves them all.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Handles an invocation; calls <paramref name="next"/> to go on.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
