namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>Tells listeners in this process of something. Safe for use by several threads.</summary>
internal sealed class Signal<T>
{
    private readonly Lock gate = new();
    private Action<T>? listeners;

    public void Add(Action<T> listener)
    {
        lock (gate) listeners += listener;
    }

    public void Remove(Action<T> listener)
    {
        lock (gate) listeners -= listener;
    }

    public void Raise(T value) => Volatile.Read(ref listeners)?.Invoke(value);
}
