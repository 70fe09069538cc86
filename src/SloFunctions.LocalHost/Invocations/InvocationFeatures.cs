using System.Collections;
using Microsoft.Azure.Functions.Worker;

namespace SloFunctions.LocalHost.Invocations;

/// <summary>Features of one invocation, the place for its result among them.</summary>
internal sealed class InvocationFeatures : IInvocationFeatures
{
    private readonly Dictionary<Type, object> features = new() { [typeof(InvocationResult)] = new Result() };

    public void Set<T>(T instance)
    {
        if (instance is null)
        {
            features.Remove(typeof(T));
        }
        else
        {
            features[typeof(T)] = instance;
        }
    }

    public T? Get<T>() => features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Result : InvocationResult
    {
        public override object? Value { get; set; }
    }
}
