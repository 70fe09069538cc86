using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Validation;

/// <summary>The entity tag of a thing that counts its changes: another one after each.</summary>
internal static class VersionTag
{
    /// <summary>The tag, quotes included.</summary>
    public static string Of(Guid id, long version) => Text.Invariant($"\"{id:D}.{version}\"");
}
