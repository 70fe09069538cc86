namespace Microsoft.Azure.Functions.Worker;

/// <summary>The bindings of an invocation.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned; set a value to answer in its place.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        context.Features.Get<InvocationResult>()
        ?? throw new InvalidOperationException("The host did not provide a place for the invocation's result.");
}
