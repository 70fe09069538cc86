namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned, as <typeparamref name="T"/>.</summary>
public abstract class InvocationResult<T>
{
    /// <summary>The value, or the default when there is none yet.</summary>
    public abstract T? Value { get; set; }
}
