using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>Looks for the cheapest levels of everything that matters to a service.</summary>
internal sealed class FeasibilitySearch(
    ReliabilityNetwork network,
    IReadOnlyList<double> own,
    FeasibilityUnits units,
    int service,
    double needed,
    CancellationToken cancellation)
{
    private const int Steps = 8;
    private const double LeastNines = 4;
    private const double MostNines = 16;

    private bool isExact = true;

    /// <returns>The levels, null when the target cannot be reached; what is reached; and what is certain of the cost.</returns>
    public (IReadOnlyList<(ImprovableUnit Unit, double Level)>? Levels, Composite Reached, Optimality Optimality, double? LadderStep) Run()
    {
        var limit = Reached(units.Needed.Select(u => u.Floor), units.Alternatives.Select(u => u.Floor));
        if (limit.Availability < needed - Achievability.Rounding) return (null, limit, Certainty(Optimality.Proven), null);

        if (units.Alternatives.Count == 0)
            return Plan(Fill(Alternatives([])), [], Optimality.Proven, null) ?? (null, limit, Optimality.Proven, null);
        for (double nines = LeastNines; nines <= MostNines; nines *= 2)
        {
            double step = nines / Steps;
            var search = new AlternativesSearch(units.Alternatives.Count, Steps, (choice, paid) => Price(choice, paid, step), cancellation);
            if (!search.Run()) continue;
            double[] levels = Levels(search.Best, step);
            var optimality = search.IsProven ? Optimality.ProvenOnLadder : Optimality.Heuristic;
            if (Plan(Fill(Alternatives(levels)), levels, Certainty(optimality), step) is { } plan) return plan;
        }

        // Within rounding of what can be approached but never reached.
        return (null, limit, Certainty(Optimality.Proven), null);
    }

    private (IReadOnlyList<(ImprovableUnit Unit, double Level)>? Levels, Composite Reached, Optimality Optimality, double? LadderStep)? Plan(
        double[]? filled, double[] alternatives, Optimality optimality, double? step)
    {
        if (filled is null) return null;
        var reached = Reached(filled, alternatives.Length > 0 ? alternatives : units.Alternatives.Select(u => u.Level));
        return ([.. units.Needed.Zip(filled), .. units.Alternatives.Zip(alternatives)], reached, optimality, step);
    }

    private double Price(int[] choice, int paid, double step)
    {
        double[] levels = Levels(choice, step);
        if (Fill(Alternatives(levels)) is not { } filled) return double.PositiveInfinity;
        return units.Needed.Zip(filled).Sum(u => u.First.Cost(u.Second)) + units.Alternatives.Zip(levels).Take(paid).Sum(u => u.First.Cost(u.Second));
    }

    private double[]? Fill(double alternatives) => alternatives <= 0 ? null : WaterFilling.Levels(units.Needed, needed / alternatives);

    private double[] Levels(IReadOnlyList<int> choice, double step) =>
        [.. units.Alternatives.Select((u, i) => choice[i] == 0 ? u.Level : Math.Max(u.Floor, u.Level * Math.Pow(10, -choice[i] * step)))];

    // How often one of each group works while everything that is needed does.
    private double Alternatives(double[] levels) =>
        Reached(units.Needed.Select(_ => 0.0), levels.Length > 0 ? levels : units.Alternatives.Select(u => u.Level)).Availability;

    private Composite Reached(IEnumerable<double> neededLevels, IEnumerable<double> alternativeLevels)
    {
        double[] improved = [.. own];
        foreach (var (unit, level) in units.Needed.Zip(neededLevels).Concat(units.Alternatives.Zip(alternativeLevels)))
        {
            foreach (int s in unit.Services) improved[s] = Math.Max(improved[s], 1 - level);
        }

        var reached = network.Solve(service, improved);
        isExact &= reached.IsExact;
        return reached;
    }

    private Optimality Certainty(Optimality optimality) => isExact ? optimality : Optimality.Heuristic;
}
