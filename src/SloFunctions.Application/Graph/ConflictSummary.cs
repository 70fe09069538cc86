using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Graph;

/// <summary>Two sources that contradict each other about a dependency.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="Attribute">What they disagree about.</param>
/// <param name="Effective">The source that counts, and what it says.</param>
/// <param name="Overruled">The source that does not, and what it says.</param>
public sealed record ConflictSummary(
    string Source, string Target, string Attribute, ConflictSummary.Statement Effective, ConflictSummary.Statement Overruled)
{
    /// <summary>What one source says.</summary>
    /// <param name="DiscoverySource">The source.</param>
    /// <param name="Value">The value as text.</param>
    public sealed record Statement(string DiscoverySource, string Value);

    /// <summary>Publishes a conflict.</summary>
    public static ConflictSummary Of(AttributeConflict conflict, IReadOnlyList<GraphService> services) => new(
        services[conflict.Source].Id.Value,
        services[conflict.Target].Id.Value,
        Term<DependencyAspect>.Name(conflict.Aspect),
        new Statement(Term<DiscoverySource>.Name(conflict.Trusted), conflict.TrustedValue),
        new Statement(Term<DiscoverySource>.Name(conflict.Overruled), conflict.OverruledValue));
}
