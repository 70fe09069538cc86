using System.Reflection;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.OpenApi.Schemas;

/// <summary>The published names of enumerations.</summary>
internal static class Terms
{
    /// <summary>All of them, in the order of declaration.</summary>
    public static IReadOnlyList<string> Of<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(Term<TEnum>.Name)];

    /// <summary>As <see cref="Of{TEnum}"/>, for a type known at run time.</summary>
    public static IReadOnlyList<string> Of(Type type) => [.. Enum.GetValues(type).Cast<object>().Select(Name)];

    /// <summary>The name of a value of any enumeration.</summary>
    public static string Name(object value) => (string)typeof(Term<>).MakeGenericType(value.GetType())
        .GetMethod("Name", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [value])!;
}
