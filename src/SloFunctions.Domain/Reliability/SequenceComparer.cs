namespace SloFunctions.Domain.Reliability;

/// <summary>Compares lists of numbers by what they hold.</summary>
internal sealed class SequenceComparer : IEqualityComparer<IReadOnlyList<int>>
{
    public static readonly SequenceComparer Instance = new();

    public bool Equals(IReadOnlyList<int>? x, IReadOnlyList<int>? y) => x is not null && y is not null && x.SequenceEqual(y);

    public int GetHashCode(IReadOnlyList<int> obj)
    {
        var hash = default(HashCode);
        foreach (int number in obj) hash.Add(number);
        return hash.ToHashCode();
    }
}
