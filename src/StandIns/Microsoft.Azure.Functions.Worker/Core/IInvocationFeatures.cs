namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the host knows of an invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Stores <paramref name="instance"/> under <typeparamref name="T"/>, in place of an earlier one.</summary>
    void Set<T>(T instance);

    /// <summary>What is stored under <typeparamref name="T"/>, or its default.</summary>
    T? Get<T>();
}
