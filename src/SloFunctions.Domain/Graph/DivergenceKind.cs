namespace SloFunctions.Domain.Graph;

/// <summary>How the declared graph and the observed one differ.</summary>
public enum DivergenceKind
{
    /// <summary>Somebody states the dependency, but nobody has seen it at work.</summary>
    DeclaredNotObserved,

    /// <summary>The dependency was seen at work, but nobody states it.</summary>
    ObservedNotDeclared,

    /// <summary>The dependency is stated and seen, but not alike.</summary>
    AttributeDifference,
}
