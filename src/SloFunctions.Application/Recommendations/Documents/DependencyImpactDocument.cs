namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>
/// What the dependencies of a service allow. Availabilities are percentages, shares are ratios. Lists show their first entries;
/// the totals beside them count all.
/// </summary>
public sealed record DependencyImpactDocument
{
    /// <summary>What the service kept, its dependencies' failures included.</summary>
    public double? Achieved { get; init; }

    /// <summary>What that rests on: <c>observed</c>, or what stands in for telemetry. Null only in documents of earlier versions.</summary>
    public string? Basis { get; init; }

    /// <summary>What the service would keep with perfect dependencies.</summary>
    public double? SelfAvailability { get; init; }

    /// <summary>What it would keep if only its dependencies failed.</summary>
    public double DependencyCeiling { get; init; }

    /// <summary>Self availability × dependency ceiling; services in a cycle are as available as the weakest of them.</summary>
    public double CompositeAvailabilityBound { get; init; }

    /// <summary>How the bound was found: <c>exact</c> or <c>monte_carlo</c>.</summary>
    public string Method { get; init; } = "";

    /// <summary>The 95 % interval of the bound: lower end, upper end; twice the bound when it is exact.</summary>
    public IReadOnlyList<double> CompositeInterval { get; init; } = [];

    /// <summary>The bound if a cycle works only while all of its services do; null without a cycle.</summary>
    public double? AllUp { get; init; }

    /// <summary>What the bound can be if services need not fail independently: lower end, upper end.</summary>
    public IReadOnlyList<double> FrechetInterval { get; init; } = [];

    /// <summary>The bound if direct dependencies that have an SLO do no better than it says.</summary>
    public double CommittedBound { get; init; }

    /// <summary>Whether the service does better than its dependencies allow: some are softer than declared.</summary>
    public bool DependenciesMasked { get; init; }

    /// <summary>The share of its dependencies' failures that then still reaches callers; null when nothing is hidden.</summary>
    public double? MaskingFactor { get; init; }

    /// <summary>Distinct services it transitively needs or has as alternatives.</summary>
    public int HardDependencies { get; init; }

    /// <summary>Hops of the longest chain below it, cycles counted as one service.</summary>
    public int LongestChain { get; init; }

    /// <summary>The dependency that costs the most availability.</summary>
    public string? BottleneckService { get; init; }

    /// <summary>The same with figures, for people.</summary>
    public string? BottleneckContribution { get; init; }

    /// <summary>What each service that matters adds to the unavailability, the service itself included; largest share first.</summary>
    public IReadOnlyList<DependencyContributionDocument> Contributions { get; init; } = [];

    /// <summary>How many services matter.</summary>
    public int ContributionsTotal { get; init; }

    /// <summary>Other services without which it does not work, by id.</summary>
    public IReadOnlyList<string> SinglePointsOfFailure { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int SinglePointsOfFailureTotal { get; init; }

    /// <summary>Alternatives of which one is enough.</summary>
    public IReadOnlyList<RedundancyGroupDocument> RedundancyGroups { get; init; } = [];

    /// <summary>How many groups of them there are.</summary>
    public int RedundancyGroupsTotal { get; init; }

    /// <summary>Services that need each other and count as one.</summary>
    public IReadOnlyList<SupernodeDocument> CircularDependencies { get; init; } = [];

    /// <summary>How many cycles there are.</summary>
    public int CircularDependenciesTotal { get; init; }

    /// <summary>The target whose error budget is consumed; null when there is none.</summary>
    public double? ErrorBudgetTarget { get; init; }

    /// <summary>Where it comes from: <c>active_slo</c> or <c>balanced_tier</c>.</summary>
    public string? ErrorBudgetTargetSource { get; init; }

    /// <summary>Services of other providers that it needs or has as alternatives; largest consumption first.</summary>
    public IReadOnlyList<ExternalDependencyDocument> ExternalDependencies { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int ExternalDependenciesTotal { get; init; }

    /// <summary>Dependencies that count in no figure here, but are a risk; the service's own first.</summary>
    public IReadOnlyList<SoftDependencyDocument> SoftDependencies { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int SoftDependenciesTotal { get; init; }

    /// <summary>Dependencies of which nothing is known, taken as perfect, by id.</summary>
    public IReadOnlyList<string> UnmeasuredDependencies { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int UnmeasuredDependenciesTotal { get; init; }

    /// <summary>What a reader must know about these figures.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
