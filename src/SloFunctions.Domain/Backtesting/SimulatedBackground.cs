using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Backtesting;

/// <summary>The error ratio of a simulated service outside of its incidents.</summary>
internal sealed class SimulatedBackground
{
    private const double MonthlyWander = 0.15;
    private const double HourlyNoise = 0.4;

    private readonly bool wanders;
    private double ratio;

    public SimulatedBackground(FailureFamily family, SeededRandom random)
    {
        wanders = family == FailureFamily.Clustered;
        ratio = family == FailureFamily.StatusPage ? 0 : Math.Pow(10, -6 + (3 * random.Uniform()));
    }

    public double Ratio(int hour, SeededRandom random)
    {
        if (!wanders) return ratio;
        if (hour % 24 == 0) ratio = Math.Min(0.05, ratio * Math.Exp(MonthlyWander / Math.Sqrt(30) * random.Normal()));
        return Math.Min(0.1, ratio * Math.Exp(HourlyNoise * random.Normal()));
    }
}
