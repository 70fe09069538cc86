namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger handed over.</summary>
public abstract class BindingContext
{
    /// <summary>The trigger's data by name; the route values of an HTTP request.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
