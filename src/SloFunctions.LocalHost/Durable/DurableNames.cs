namespace SloFunctions.LocalHost.Durable;

/// <summary>The rule that names of orchestrators, activities and events keep.</summary>
internal static class DurableNames
{
    public const int MaxLength = 128;

    /// <exception cref="ArgumentException">The name is empty, too long, or holds what cannot be stored.</exception>
    public static string Check(string? name) => name is { Length: > 0 and <= MaxLength } && !name.Any(char.IsControl)
        ? name
        : throw new ArgumentException($"A name must have 1 to {MaxLength} characters, none of them a control character", nameof(name));
}
