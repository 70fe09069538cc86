using System.Globalization;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Domain.Graph;

/// <summary>
/// A dependency with everything that sources say of it. Each attribute is what the most trusted source says that says
/// anything about it; a source that is silent overrules nobody.
/// </summary>
/// <param name="Views">What each source says, most trusted first; at least one, all of the same two services.</param>
public sealed record MergedDependency(ArraySegment<SourcedDependency> Views)
{
    private static readonly DependencyAspect[] Aspects = Enum.GetValues<DependencyAspect>();

    /// <summary>The caller's place in the graph.</summary>
    public int Source => Views[0].Source;

    /// <summary>The place of the service called.</summary>
    public int Target => Views[0].Target;

    /// <summary>Whether people or configuration state the dependency.</summary>
    public bool IsDeclared => Views.Any(v => IsDeclaration(v.From));

    /// <summary>Whether the dependency was seen at work.</summary>
    public bool IsObserved => Views.Any(v => !IsDeclaration(v.From));

    /// <summary>For example <c>grpc</c>; null when nobody says.</summary>
    public string? Protocol => Views.Select(v => v.Protocol).FirstOrDefault(p => p is not null);

    /// <summary>The caller's timeout in milliseconds; null when nobody says.</summary>
    public int? TimeoutMs => Views.Select(v => v.TimeoutMs).FirstOrDefault(t => t is not null);

    /// <summary>The caller's retry policy as JSON; null when nobody says.</summary>
    public string? RetryConfigJson => Views.Select(v => v.RetryConfigJson).FirstOrDefault(r => r is not null);

    /// <summary>The dependency as it counts; a source that does not say otherwise means a synchronous hard one.</summary>
    /// <param name="newSince">When it was added to a caller that was known before; null when it may be as old as the caller.</param>
    public GraphDependency Effective(DateTimeOffset? newSince) => new(
        Source,
        Target,
        Views.Select(v => v.Mode).FirstOrDefault(m => m is not null) ?? CommunicationMode.Sync,
        Views.Select(v => v.Criticality).FirstOrDefault(c => c is not null) ?? DependencyCriticality.Hard,
        Views.Select(v => v.RedundancyGroup).FirstOrDefault(g => g is not null),
        newSince);

    /// <summary>Every contradiction between the most trusted source that speaks of an attribute and another.</summary>
    public IEnumerable<AttributeConflict> Conflicts() => Views.Count < 2 ? [] : Aspects.SelectMany(a => Conflicts(a, Views, Views));

    /// <summary>What is declared otherwise than it is observed; the declaration stands on the trusted side.</summary>
    public IEnumerable<AttributeConflict> Differences() => !IsDeclared || !IsObserved
        ? []
        : Aspects.SelectMany(a => Conflicts(a, Views.Where(v => IsDeclaration(v.From)), Views.Where(v => !IsDeclaration(v.From))).Take(1));

    private static IEnumerable<AttributeConflict> Conflicts(
        DependencyAspect attribute, IEnumerable<SourcedDependency> trusted, IEnumerable<SourcedDependency> others)
    {
        if (trusted.FirstOrDefault(v => Value(v, attribute) is not null) is not { } first) return [];
        string value = Value(first, attribute)!;
        return others
            .Where(v => Value(v, attribute) is { } other && other != value)
            .Select(v => new AttributeConflict(v.Source, v.Target, attribute, first.From, value, v.From, Value(v, attribute)!));
    }

    private static string? Value(SourcedDependency view, DependencyAspect attribute) => attribute switch
    {
        DependencyAspect.CommunicationMode => view.Mode is { } mode ? Term<CommunicationMode>.Name(mode) : null,
        DependencyAspect.Criticality => view.Criticality is { } criticality ? Term<DependencyCriticality>.Name(criticality) : null,
        DependencyAspect.Protocol => view.Protocol,
        DependencyAspect.TimeoutMs => view.TimeoutMs?.ToString(CultureInfo.InvariantCulture),
        DependencyAspect.RetryConfig => view.RetryConfigJson,
        DependencyAspect.RedundancyGroup => view.RedundancyGroup,
        _ => throw new ArgumentOutOfRangeException(nameof(attribute), attribute, "Not a declared value."),
    };

    private static bool IsDeclaration(DiscoverySource source) => source is DiscoverySource.Manual or DiscoverySource.Kubernetes;
}
