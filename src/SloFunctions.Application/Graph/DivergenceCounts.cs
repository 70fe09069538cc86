using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>How often the declared graph and the observed one differ.</summary>
/// <param name="DeclaredNotObserved">Dependencies that are stated but were not seen.</param>
/// <param name="ObservedNotDeclared">Dependencies that were seen but are not stated.</param>
/// <param name="AttributeDifferences">Attributes that are stated otherwise than seen.</param>
public sealed record DivergenceCounts(int DeclaredNotObserved, int ObservedNotDeclared, int AttributeDifferences)
{
    /// <summary>Counts divergences.</summary>
    public static DivergenceCounts Of(IReadOnlyCollection<Divergence> divergences) => new(
        divergences.Count(d => d.Kind == DivergenceKind.DeclaredNotObserved),
        divergences.Count(d => d.Kind == DivergenceKind.ObservedNotDeclared),
        divergences.Count(d => d.Kind == DivergenceKind.AttributeDifference));
}
