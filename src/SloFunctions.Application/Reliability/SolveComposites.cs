using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Reliability;

/// <summary>Answers what a case asks.</summary>
public static class SolveComposites
{
    /// <summary>One answer for each target.</summary>
    public static IEnumerable<CompositeDocument> Of(CompositeCase item)
    {
        var weakest = new ReliabilityNetwork(item.Services.Count, item.Hard, item.Groups, CycleRule.WeakestMember);
        var allUp = new ReliabilityNetwork(item.Services.Count, item.Hard, item.Groups, CycleRule.AllUp);
        var composites = weakest.SolveAll(item.Targets, item.Own);
        var products = allUp.SolveAll(item.Targets, item.Own);
        return item.Targets.Select((target, i) => Of(item, target, weakest, composites[i], products[i]));
    }

    private static CompositeDocument Of(CompositeCase item, int target, ReliabilityNetwork network, Composite composite, Composite allUp)
    {
        var contributions = network.Contributions(target, item.Own);
        var frechet = network.Frechet(target, item.Own);
        return new CompositeDocument(
            item.Name,
            item.Services[target],
            composite.Availability,
            Term<CycleRule>.Name(CycleRule.WeakestMember),
            Term<SolutionMethod>.Name(composite.Method),
            [composite.Lower, composite.Upper],
            allUp.Availability,
            Term<SolutionMethod>.Name(allUp.Method),
            [frechet.Lower, frechet.Upper],
            [.. network.SinglePointsOfFailure(target).Select(s => item.Services[s]).Order(StringComparer.Ordinal)],
            contributions.FirstOrDefault(c => c.Service != target && c.Share > 0) is { } bottleneck ? item.Services[bottleneck.Service] : null,
            [.. contributions.Select(c => new ContributionDocument(item.Services[c.Service], item.Own[c.Service], c.Importance, c.Share))]);
    }
}
