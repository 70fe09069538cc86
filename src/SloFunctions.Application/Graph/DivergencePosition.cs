namespace SloFunctions.Application.Graph;

/// <summary>The place of a difference in the list of all.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="Attribute">The attribute's name; empty where the dependency itself differs.</param>
public sealed record DivergencePosition(string Source, string Target, string Attribute)
{
    /// <summary>By caller, callee and attribute.</summary>
    public static readonly Comparer<DivergencePosition> Order = Comparer<DivergencePosition>.Create((a, b) =>
    {
        int order = string.CompareOrdinal(a.Source, b.Source);
        if (order == 0) order = string.CompareOrdinal(a.Target, b.Target);
        return order == 0 ? string.CompareOrdinal(a.Attribute, b.Attribute) : order;
    });

    /// <summary>The place of a difference.</summary>
    public static DivergencePosition Of(DivergenceSummary divergence) => new(divergence.Source, divergence.Target, divergence.Attribute ?? "");

    /// <summary>The place that a cursor's keys tell; null when they are none.</summary>
    public static DivergencePosition? OfKeys(string[] keys) =>
        keys is [var source, var target, var attribute] ? new DivergencePosition(source, target, attribute) : null;

    /// <summary>As an opaque text.</summary>
    public string ToCursor() => PageCursor.Of(Source, Target, Attribute);
}
