using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Impact;

/// <summary>Finds the cheapest improvements that let a service keep a target. Nothing is stored.</summary>
public sealed class FindFeasibility(ReadServiceAvailabilities availabilities, IIdSource ids)
{
    private const int Decimals = 9;
    private const double Ceilings = 1e10;

    /// <summary>Plans, or says what is wrong with the question.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<Result<FeasibilityDocument>> HandleAsync(FeasibilityBody? body, CancellationToken cancellation)
    {
        if (!FeasibilityQuery.Parse(body).TryGet(out var query, out var error)) return error;
        var landscape = await availabilities.HandleAsync(cancellation);
        if (!query.In(landscape.Graph).TryGet(out var question, out error)) return error;

        var plan = new Feasibility(landscape.Availabilities, landscape.Requirements).Of(question, cancellation);
        bool isMet = plan is { IsFeasible: true, Improvements.Count: 0 };
        return new FeasibilityDocument(
            ids.Next(),
            query.Service.Value,
            Percent.Precise(query.Target),
            new WindowDocument(landscape.Window.Start, landscape.Window.End),
            plan.IsFeasible,
            isMet,
            Percent.Precise(plan.Current.Availability),
            Percent.Precise(plan.Resulting.Availability),
            Term<SolutionMethod>.Name(plan.Resulting.Method),
            [.. plan.Improvements.Select(i => Improvement(landscape, i))],
            Math.Round(plan.Cost, Decimals),
            Math.Round(plan.LeastCost, Decimals),
            Term<Optimality>.Name(plan.Optimality),
            plan.LadderStep,
            AchievabilityRendering.Warnings(landscape, question.Service, query.Target));
    }

    private static ImprovementDocument Improvement(ServiceLandscape landscape, Improvement improvement) => new(
        landscape.NameOf(improvement.Service),
        Percent.Precise(improvement.From),
        RoundedUp(improvement.To),
        Math.Round(improvement.Nines, Decimals),
        Math.Round(improvement.Cost, Decimals),
        Math.Round(improvement.Importance, Decimals));

    // Rounded down, all improvements together would miss the target.
    private static double RoundedUp(double ratio) => Math.Min(100, Math.Ceiling(ratio * 100 * Ceilings) / Ceilings);
}
