using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>Gives every service the same targets and expects of each what the fleet has done: its climatology.</summary>
internal sealed class FixedTargetsForecaster : IForecaster
{
    public ForecastMethod Method => ForecastMethod.FixedTargets;

    public Func<PastWindow, IForecast?> Learn(IReadOnlyList<PastWindow> fleet)
    {
        double[] sorted = [.. fleet.Select(past => past.Counts.Ratio).OfType<double>().Order()];
        var forecast = new Forecast(sorted);
        return _ => forecast;
    }

    private sealed class Forecast(double[] sorted) : IForecast
    {
        public (double Lower, double Upper)? Interval => null;

        public double Level(TierPolicy tier) => tier.Tier switch
        {
            Tier.Conservative => 0.99,
            Tier.Balanced => 0.995,
            _ => 0.999,
        };

        public double BreachProbability(double target) => (double)SortedSample.CountBelow(sorted, target) / sorted.Length;
    }
}
