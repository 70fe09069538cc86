using System.Globalization;

namespace SloFunctions.OpenApi.Schemas;

/// <summary>What records are called in the document.</summary>
internal static class SchemaNames
{
    private const string Suffix = "Document";

    /// <summary>The name of a record: without its suffix, with the names around and within it.</summary>
    public static string Of(Type type)
    {
        string own = Own(type);
        if (type.IsNested) return Of(type.DeclaringType!) + own;
        return type.IsGenericType ? Joined(Of(type.GetGenericArguments()[0]), own) : own;
    }

    private static string Own(Type type)
    {
        string name = type.Name.Split('`')[0];
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    // AvailabilityTier and Tiers are AvailabilityTiers.
    private static string Joined(string argument, string outer)
    {
        int shared = Enumerable.Range(0, Math.Min(argument.Length, outer.Length) + 1)
            .Last(length => argument.EndsWith(outer[..length], false, CultureInfo.InvariantCulture));
        return argument[..^shared] + outer;
    }
}
