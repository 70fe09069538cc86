using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Backtesting;

/// <summary>The requests of a simulated service: a level of its own, with days and weeks.</summary>
internal sealed class SimulatedTraffic
{
    private readonly double mean;
    private readonly double daily;
    private readonly double weekend;

    public SimulatedTraffic(FailureFamily family, SeededRandom random)
    {
        // A median of one request a second; a twentieth of the services sees less than two a minute.
        mean = family == FailureFamily.StatusPage ? 3600 : Math.Clamp(3600 * Math.Exp(2 * random.Normal()), 5, 5_000_000);
        daily = family == FailureFamily.StatusPage ? 0 : 0.7 * random.Uniform();
        weekend = family == FailureFamily.StatusPage ? 1 : 0.5 + (0.5 * random.Uniform());
    }

    public long Requests(int hour, SeededRandom random)
    {
        double ofDay = 1 + (daily * Math.Sin(2 * Math.PI * hour / 24));
        double ofWeek = hour / 24 % 7 >= 5 ? weekend : 1;
        return random.Poisson(mean * ofDay * ofWeek);
    }
}
