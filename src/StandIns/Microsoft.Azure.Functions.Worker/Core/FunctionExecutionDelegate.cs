namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of an invocation, the function itself included.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
