using System.Diagnostics.CodeAnalysis;

namespace SloFunctions.Application.Recommendations;

/// <summary>Keeps what was used last, as far as it fits into a number of bytes.</summary>
/// <param name="capacity">The bytes; what is larger than all of them is not kept.</param>
/// <param name="sizeOf">The bytes a value takes.</param>
internal sealed class LruCache<TKey, TValue>(long capacity, Func<TValue, long> sizeOf)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> places = [];
    private readonly LinkedList<(TKey Key, TValue Value)> byUse = new();

    /// <summary>The bytes taken at present.</summary>
    public long Bytes { get; private set; }

    /// <summary>Finds a value and counts it as used.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (!places.TryGetValue(key, out var place))
            {
                value = default;
                return false;
            }

            if (byUse.First != place)
            {
                byUse.Remove(place);
                byUse.AddFirst(place);
            }

            value = place.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps a value, unless the one that is there is to stay.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The value.</param>
    /// <param name="replaces">Whether it replaces the one that is there.</param>
    public void Put(TKey key, TValue value, Func<TValue, bool> replaces)
    {
        lock (gate)
        {
            if (places.TryGetValue(key, out var place))
            {
                if (!replaces(place.Value.Value)) return;
                Remove(place);
            }

            if (sizeOf(value) > capacity) return;
            places[key] = byUse.AddFirst((key, value));
            Bytes += sizeOf(value);
            while (Bytes > capacity) Remove(byUse.Last!);
        }
    }

    private void Remove(LinkedListNode<(TKey Key, TValue Value)> place)
    {
        byUse.Remove(place);
        places.Remove(place.Value.Key);
        Bytes -= sizeOf(place.Value.Value);
    }
}
