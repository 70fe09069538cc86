using System.Globalization;

namespace SloFunctions.Functions.Observability;

/// <summary>The values of a measurement's labels, at most three, in the order in which they are given.</summary>
internal readonly record struct LabelValues(string? First, string? Second, string? Third)
{
    /// <summary>The values of tags.</summary>
    public static LabelValues Of(ReadOnlySpan<KeyValuePair<string, object?>> tags) => new(At(tags, 0), At(tags, 1), At(tags, 2));

    /// <summary>The values with their names; none for what is missing.</summary>
    public IEnumerable<KeyValuePair<string, string>> With(string[] names)
    {
        string?[] values = [First, Second, Third];
        return names.Zip(values).Where(pair => pair.Second is not null).Select(pair => new KeyValuePair<string, string>(pair.First, pair.Second!));
    }

    private static string? At(ReadOnlySpan<KeyValuePair<string, object?>> tags, int index) =>
        index >= tags.Length ? null : tags[index].Value as string ?? Convert.ToString(tags[index].Value, CultureInfo.InvariantCulture);
}
