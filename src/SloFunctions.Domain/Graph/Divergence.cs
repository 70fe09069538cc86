namespace SloFunctions.Domain.Graph;

/// <summary>A difference between the declared graph (manual, kubernetes) and the observed one (service mesh, traces).</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Dependency">The dependency, with all that is said of it.</param>
/// <param name="Difference">For an attribute: the declared value on the trusted side, the observed one on the other; null otherwise.</param>
public sealed record Divergence(DivergenceKind Kind, MergedDependency Dependency, AttributeConflict? Difference)
{
    /// <summary>Every difference, by caller and callee.</summary>
    public static IEnumerable<Divergence> Between(IEnumerable<MergedDependency> dependencies) => dependencies.SelectMany(Of);

    private static IEnumerable<Divergence> Of(MergedDependency d) => (d.IsDeclared, d.IsObserved) switch
    {
        (true, false) => [new(DivergenceKind.DeclaredNotObserved, d, null)],
        (false, true) => [new(DivergenceKind.ObservedNotDeclared, d, null)],
        _ => d.Differences().Select(c => new Divergence(DivergenceKind.AttributeDifference, d, c)),
    };
}
