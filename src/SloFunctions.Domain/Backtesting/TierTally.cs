using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>Counts what comes of the proposals of one tier.</summary>
internal sealed class TierTally(TierPolicy policy)
{
    private readonly List<double> budgets = [];
    private readonly List<double> utilisations = [];
    private ObservedShare raw;
    private ObservedShare snapped;
    private double pinball;
    private double promised;

    public void Add(ForecastStatement statement, double availability)
    {
        int tier = (int)policy.Tier;
        double level = statement.Levels[tier];
        bool isMissed = availability < level;
        raw = raw.With(isMissed);
        pinball += (availability - level) * (policy.Risk - (isMissed ? 1 : 0));
        if (statement.Targets[tier] is not { } target) return;
        snapped = snapped.With(availability < target);
        promised += statement.Promised[tier];
        budgets.Add(1 - target);
        utilisations.Add((1 - availability) / (1 - target));
    }

    public TierScore ToScore() => new(
        policy,
        raw,
        raw.Trials == 0 ? null : pinball / raw.Trials,
        snapped,
        snapped.Trials == 0 ? null : promised / snapped.Trials,
        raw.Trials - snapped.Trials,
        Quartiles.Of(budgets)?.Median,
        Quartiles.Of(utilisations));
}
