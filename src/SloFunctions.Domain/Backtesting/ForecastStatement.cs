using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>All that a forecast says, ready to be held against what came.</summary>
/// <param name="Levels">The raw level of each tier.</param>
/// <param name="Targets">The target of each tier as people would get it; null where there is none.</param>
/// <param name="Promised">The breach probability of each of them; 0 without one.</param>
/// <param name="Probabilities">The breach probability of each level of the ladder that the traffic supports, ascending.</param>
/// <param name="Interval">The 95 % interval, if the method has one.</param>
internal sealed record ForecastStatement(
    double[] Levels, double?[] Targets, double[] Promised, double[] Probabilities, (double Lower, double Upper)? Interval)
{
    /// <summary>Asks a forecast.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="requests">The requests expected in the window.</param>
    public static ForecastStatement Of(IForecast forecast, double requests)
    {
        int supported = Supported(requests);
        double[] probabilities = [.. TargetLadder.Levels.Take(supported).Select(forecast.BreachProbability)];
        double[] levels = [.. TierPolicy.All.Select(forecast.Level)];
        double?[] targets = [.. levels.Select(level => TargetLadder.Floor(level) is { } floor ? TargetLadder.SupportedBy(floor, requests) : null)];
        double[] promised = [.. targets.Select(target => target is { } t ? probabilities[IndexOf(t)] : 0)];
        return new ForecastStatement(levels, targets, promised, probabilities, forecast.Interval);
    }

    // What supports a level supports all below it.
    private static int Supported(double requests) =>
        TargetLadder.SupportedBy(TargetLadder.Levels[^1], requests) is { } highest ? IndexOf(highest) + 1 : 0;

    private static int IndexOf(double level)
    {
        int index = 0;
        while (!TargetLadder.Levels[index].Equals(level)) index++;
        return index;
    }
}
