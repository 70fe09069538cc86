using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what the dependencies of a service allow and cost.</summary>
internal static class DependencyImpactRendering
{
    private const int ShareDecimals = 6;

    /// <param name="downstream">The service and what it needs.</param>
    /// <param name="balanced">The target that is proposed by default, a ratio; null when there is none.</param>
    public static DependencyImpactDocument Render(DownstreamLandscape downstream, double? balanced)
    {
        var (landscape, place, service) = (downstream.Landscape, downstream.Place, downstream.Service);
        var (network, own) = (landscape.Availabilities.Network, landscape.Availabilities.Own);
        var contributions = downstream.Contributions;
        var critical = network.SinglePointsOfFailure(place).Where(s => s != place).ToHashSet();
        var bottleneck = contributions.FirstOrDefault(c => c.Service != place && c.Share > 0);
        var frechet = network.Frechet(place, own);
        var budget = ErrorBudgetTarget.Of(landscape.Targets[place], balanced);
        var externals = ExternalDependencyRendering.Render(downstream, contributions, critical, budget);
        var groups = DependencyStructureRendering.Groups(downstream);
        var cycles = DependencyStructureRendering.Cycles(downstream);
        string[] unmeasured = [.. Unmeasured(downstream)];
        return new DependencyImpactDocument
        {
            Achieved = Percent.Of(service.Achieved),
            Basis = Term<AvailabilityBasis>.Name(service.Basis),
            SelfAvailability = service.Achieved is null ? null : Percent.Of(service.SelfAvailability),
            DependencyCeiling = Percent.Of(service.DependencyCeiling.Availability),
            CompositeAvailabilityBound = Percent.Of(service.Bound.Availability),
            Method = Term<SolutionMethod>.Name(service.Bound.Method),
            CompositeInterval = [Percent.Of(service.Bound.Lower), Percent.Of(service.Bound.Upper)],
            AllUp = cycles.Count == 0 ? null : Percent.Of(landscape.AllUp.Solve(place, own).Availability),
            FrechetInterval = [Percent.Of(frechet.Lower), Percent.Of(frechet.Upper)],
            CommittedBound = Percent.Of(service.CommittedBound),
            DependenciesMasked = service.IsMasked,
            MaskingFactor = service.MaskingFactor is { } factor ? Math.Round(factor, ShareDecimals) : null,
            HardDependencies = service.Dependencies,
            LongestChain = service.LongestChain,
            BottleneckService = bottleneck is null ? null : landscape.NameOf(bottleneck.Service),
            BottleneckContribution = bottleneck is null ? null : Cost(landscape, bottleneck, budget),
            Contributions = [.. contributions.Take(RecommendationLimits.Described).Select(c => Contribution(landscape, c))],
            ContributionsTotal = contributions.Count,
            SinglePointsOfFailure = DependencyStructureRendering.Names(critical.Select(landscape.NameOf)),
            SinglePointsOfFailureTotal = critical.Count,
            RedundancyGroups = [.. groups.Take(RecommendationLimits.Described)],
            RedundancyGroupsTotal = groups.Count,
            CircularDependencies = [.. cycles.Take(RecommendationLimits.Described)],
            CircularDependenciesTotal = cycles.Count,
            ErrorBudgetTarget = Percent.Of(budget?.Target),
            ErrorBudgetTargetSource = budget?.Source,
            ExternalDependencies = [.. externals.Take(RecommendationLimits.Described)],
            ExternalDependenciesTotal = externals.Count,
            SoftDependencies = [.. downstream.Excluded.Take(RecommendationLimits.Named).Select(Soft)],
            SoftDependenciesTotal = downstream.Excluded.Count,
            UnmeasuredDependencies = DependencyStructureRendering.Names(unmeasured),
            UnmeasuredDependenciesTotal = unmeasured.Length,
            Notes = DependencyNotes.Of(service, cycles.Count, externals, budget),
        };
    }

    private static IEnumerable<string> Unmeasured(DownstreamLandscape downstream) =>
        downstream.Members
            .Where(m => m != downstream.Place && downstream.Landscape.Availabilities.Services[m].Basis == AvailabilityBasis.AssumedPerfect)
            .Select(downstream.Landscape.NameOf);

    private static DependencyContributionDocument Contribution(ServiceLandscape landscape, Contribution contribution) => new(
        landscape.NameOf(contribution.Service),
        Term<AvailabilityBasis>.Name(landscape.Availabilities.Services[contribution.Service].Basis),
        Percent.Of(landscape.Availabilities.Own[contribution.Service]),
        Math.Round(contribution.Importance, ShareDecimals),
        Math.Round(contribution.Share, ShareDecimals));

    private static SoftDependencyDocument Soft(ExcludedDependency dependency) =>
        new(dependency.Source.Value, dependency.Target.Value, Term<ExclusionReason>.Name(dependency.Reason));

    private static string Cost(ServiceLandscape landscape, Contribution bottleneck, ErrorBudgetTarget? budget)
    {
        double own = landscape.Availabilities.Own[bottleneck.Service];
        double cost = (1 - own) * bottleneck.Importance;
        string consumed = budget is null
            ? ""
            : Text.Invariant($", {budget.Consumption(cost) * 100:0.#}% of the error budget at {Percent.Of(budget.Target):0.######}%");
        return Text.Invariant($"{landscape.NameOf(bottleneck.Service)} is available {Percent.Of(own):0.######}% and costs {Percent.Of(cost):0.######} percentage points{consumed}.");
    }
}
