namespace SloFunctions.LocalHost.Durable;

/// <summary>The rule that ids of instances keep.</summary>
internal static class InstanceIds
{
    public const int MaxLength = 100;

    /// <exception cref="ArgumentException">The id is empty, too long, or holds what cannot be stored or shown.</exception>
    public static string Check(string id) => MayExist(id) && id[0] != '@'
        ? id
        : throw new ArgumentException($"The id of an instance must have 1 to {MaxLength} characters, none of them a control character, and not begin with @", nameof(id));

    /// <summary>Whether an instance can have the id; what cannot be stored cannot be asked for either.</summary>
    public static bool MayExist(string? id) =>
        id is { Length: > 0 and <= MaxLength } && !id.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
