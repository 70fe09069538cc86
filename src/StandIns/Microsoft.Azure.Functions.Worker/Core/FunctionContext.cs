namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Identifies this invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Identifies the function, the same over all its invocations.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The distributed trace this invocation belongs to.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger handed over, by name.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>How often this invocation was retried.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this invocation; disposed when it ends.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function being invoked.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Free space for middleware, for the length of the invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>What the host knows of the invocation, by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the invocation should end.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
