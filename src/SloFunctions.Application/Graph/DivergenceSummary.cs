using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Graph;

/// <summary>A difference between the declared graph and the observed one.</summary>
/// <param name="Kind"><c>declared_not_observed</c>, <c>observed_not_declared</c> or <c>attribute_difference</c>.</param>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="DiscoverySources">Who reports the dependency.</param>
/// <param name="Attribute">For a difference of attributes: which one.</param>
/// <param name="Declared">What is declared of it.</param>
/// <param name="Observed">What is observed.</param>
public sealed record DivergenceSummary(
    string Kind,
    string Source,
    string Target,
    IReadOnlyList<string> DiscoverySources,
    string? Attribute,
    string? Declared,
    string? Observed)
{
    /// <summary>Publishes a divergence.</summary>
    public static DivergenceSummary Of(Divergence divergence, IReadOnlyList<GraphService> services) => new(
        Term<DivergenceKind>.Name(divergence.Kind),
        services[divergence.Dependency.Source].Id.Value,
        services[divergence.Dependency.Target].Id.Value,
        [.. divergence.Dependency.Views.Select(v => Term<DiscoverySource>.Name(v.From))],
        divergence.Difference is { } d ? Term<DependencyAspect>.Name(d.Aspect) : null,
        divergence.Difference?.TrustedValue,
        divergence.Difference?.OverruledValue);
}
