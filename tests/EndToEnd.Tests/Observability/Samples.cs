namespace EndToEnd.Tests.Observability;

/// <summary>Picks what there must be one of.</summary>
internal static class Samples
{
    /// <summary>The one item that fits.</summary>
    public static T ShouldHaveSingle<T>(this IEnumerable<T> items, Func<T, bool> fits) => items.Where(fits).ToArray().ShouldHaveSingleItem();
}
