namespace SloFunctions.Domain.Reliability;

/// <summary>Results of operations on diagrams. It may forget, but never the last result.</summary>
internal sealed class DiagramCache
{
    private (int Left, int Right, int Result)[] results = [];

    public void Clear(int nodes)
    {
        if (results.Length == 0) results = new (int, int, int)[nodes * 2];
        Array.Clear(results);
    }

    public int? Get(bool isAnd, int left, int right)
    {
        if (results.Length == 0) return null;
        var (l, r) = Key(isAnd, left, right);
        ref var entry = ref results[Place(l, r)];
        return entry.Left == l && entry.Right == r ? entry.Result : null;
    }

    public void Put(bool isAnd, int left, int right, int result, int nodes)
    {
        if (results.Length < nodes * 2) Grow(nodes * 2);
        var (l, r) = Key(isAnd, left, right);
        results[Place(l, r)] = (l, r, result);
    }

    // The order of operands tells the operations apart; operands are never equal here, nor zero.
    private static (int Left, int Right) Key(bool isAnd, int left, int right) =>
        left < right == isAnd ? (left, right) : (right, left);

    private int Place(int left, int right)
    {
        unchecked
        {
            uint hash = ((uint)left * 0x9E3779B1u) ^ ((uint)right * 0x85EBCA77u);
            return (int)((hash ^ (hash >> 16)) & (uint)(results.Length - 1));
        }
    }

    private void Grow(int size)
    {
        var old = results;
        results = new (int, int, int)[size];
        foreach (var entry in old)
        {
            if (entry.Left != 0) results[Place(entry.Left, entry.Right)] = entry;
        }
    }
}
