using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>Counts what comes of the forecasts of one method.</summary>
internal sealed class MethodTally(ForecastMethod method)
{
    private readonly TierTally[] tiers = [.. TierPolicy.All.Select(policy => new TierTally(policy))];
    private readonly ReliabilityTally reliability = new();
    private double squares;
    private long probabilities;
    private ObservedShare covered;

    public void Add(ForecastStatement statement, double availability)
    {
        foreach (var tier in tiers) tier.Add(statement, availability);
        for (int i = 0; i < statement.Probabilities.Length; i++)
        {
            double probability = statement.Probabilities[i];
            bool isMissed = availability < TargetLadder.Levels[i];
            double error = probability - (isMissed ? 1 : 0);
            squares += error * error;
            probabilities++;
            reliability.Add(probability, isMissed);
        }

        if (statement.Interval is var (lower, upper)) covered = covered.With(availability >= lower && availability <= upper);
    }

    public MethodScore ToScore() => new(
        method,
        [.. tiers.Select(t => t.ToScore())],
        probabilities == 0 ? null : squares / probabilities,
        probabilities,
        reliability.ToBins(),
        covered.Trials == 0 ? null : covered);
}
