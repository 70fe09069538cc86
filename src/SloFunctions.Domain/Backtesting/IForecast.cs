using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>What a method says of the next SLO window of one service.</summary>
public interface IForecast
{
    /// <summary>The level that the availability falls below with the risk of a tier, a ratio in [0, 1].</summary>
    double Level(TierPolicy tier);

    /// <summary>The probability that the availability falls below a target.</summary>
    /// <param name="target">A ratio in [0, 1].</param>
    double BreachProbability(double target);

    /// <summary>Where the availability lies with 95 % probability, equal tails; null where the method does not say.</summary>
    (double Lower, double Upper)? Interval { get; }
}
