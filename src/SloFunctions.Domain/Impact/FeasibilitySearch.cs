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
    private const int MostTrials = 4_000;

    // An estimate takes as long as thousands of computations.
    private const int MostEstimates = 40;

    private bool isExact = true;

    /// <summary>Searches in bounded work.</summary>
    public FeasibleLevels Run()
    {
        var limit = Reached(units.Needed.Select(u => u.Floor), units.Alternatives.Select(u => u.Floor));
        var none = new FeasibleLevels(null, limit, 0, limit.IsExact ? Optimality.Proven : Optimality.Heuristic, null);
        if (limit.Availability < needed - Achievability.Rounding) return none;

        // Also within rounding of what can be approached but never reached there is no plan.
        if (Fill(Alternatives([.. units.Alternatives.Select(u => u.Floor)])) is not { } best) return none;
        double least = Cost(best);
        if (units.Alternatives.Count == 0) return Plan(best, [], least, Optimality.Proven, null);
        Alternatives([]);
        int trials = isExact ? MostTrials : MostEstimates;
        for (double nines = LeastNines; nines <= MostNines; nines *= 2)
        {
            double step = nines / Steps;
            var search = new AlternativesSearch(units.Alternatives.Count, Steps, trials, (choice, paid) => Price(choice, paid, step), cancellation);
            if (!search.Run()) continue;
            double[] levels = Levels(search.Best, step);
            if (Fill(Alternatives(levels)) is { } filled) return Plan(filled, levels, least, search.IsProven ? Optimality.ProvenOnLadder : Optimality.Heuristic, step);
        }

        return none;
    }

    private FeasibleLevels Plan(double[] filled, double[] alternatives, double least, Optimality optimality, double? step)
    {
        var reached = Reached(filled, alternatives.Length > 0 ? alternatives : units.Alternatives.Select(u => u.Level));
        double cost = Cost(filled) + units.Alternatives.Zip(alternatives).Sum(u => u.First.Cost(u.Second));
        var certain = !isExact ? Optimality.Heuristic : cost <= least + Achievability.Rounding ? Optimality.Proven : optimality;
        return new FeasibleLevels([.. units.Needed.Zip(filled), .. units.Alternatives.Zip(alternatives)], reached, isExact ? least : 0, certain, step);
    }

    private double Cost(double[] filled) => units.Needed.Zip(filled).Sum(u => u.First.Cost(u.Second));

    private double Price(int[] choice, int paid, double step)
    {
        double[] levels = Levels(choice, step);
        if (Fill(Alternatives(levels)) is not { } filled) return double.PositiveInfinity;
        return Cost(filled) + units.Alternatives.Zip(levels).Take(paid).Sum(u => u.First.Cost(u.Second));
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
}
