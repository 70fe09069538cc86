using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Application.Recommendations;

/// <summary>What a reader must know about the figures of dependencies, as sentences.</summary>
internal static class DependencyNotes
{
    public static IReadOnlyList<string> Of(
        ServiceAvailability service, int cycles, IReadOnlyList<ExternalDependencyDocument> externals, ErrorBudgetTarget? budget)
    {
        var notes = new List<string>();
        if (service.HasLongChain)
        {
            notes.Add(Text.Invariant(
                $"Lowered confidence: the longest chain of dependencies has {service.LongestChain} hops, more than {ServiceAvailability.TrustedChain}; errors of every link add up."));
        }

        if (!service.Bound.IsExact) notes.Add("The composite is estimated, because alternatives are entangled too much to be solved exactly; its 95 % interval is given.");
        if (cycles > 0) notes.Add("Services that need each other count as one, as available as the weakest of them; all_up is the reading in which all of them have to work.");
        notes.AddRange(externals.Where(e => e.HighDependencyRisk).Take(RecommendationLimits.Described).Select(e => Text.Invariant(
            $"High dependency risk: {e.ServiceId} consumes {e.ErrorBudgetConsumption * 100:0.#}% of the error budget at {Percent.Of(budget!.Target):0.######}%.")));
        return notes;
    }
}
