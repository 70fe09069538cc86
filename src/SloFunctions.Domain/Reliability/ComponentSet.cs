using System.Collections;
using System.Numerics;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// A set of components that all have smaller numbers than their owner, a bit each: the sets of a chain of 20,000 services
/// take 25 MB where hash sets would take gigabytes. Enumerated in ascending order.
/// </summary>
internal sealed class ComponentSet(int owner) : IEnumerable<int>
{
    private const int WordBits = 64;

    private readonly ulong[] words = new ulong[(owner + WordBits - 1) / WordBits];

    /// <summary>Adds a component below the owner; false when it is in the set already.</summary>
    public bool Add(int component)
    {
        ref ulong word = ref words[component / WordBits];
        ulong bit = 1UL << (component % WordBits);
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }

    /// <summary>Adds all of a set whose owner is in this one.</summary>
    public void UnionWith(ComponentSet other)
    {
        for (int i = 0; i < other.words.Length; i++) words[i] |= other.words[i];
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator()
    {
        for (int i = 0; i < words.Length; i++)
        {
            for (ulong rest = words[i]; rest != 0; rest &= rest - 1) yield return (i * WordBits) + BitOperations.TrailingZeroCount(rest);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
