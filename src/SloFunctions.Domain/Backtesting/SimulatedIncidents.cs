using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Backtesting;

/// <summary>The incidents of a simulated service.</summary>
internal sealed class SimulatedIncidents
{
    private const double Month = 30 * 24;

    private readonly FailureFamily family;
    private readonly SeededRandom random;
    private readonly double rate;
    private readonly double typicalHours;

    public SimulatedIncidents(FailureFamily family, SeededRandom random)
    {
        this.family = family;
        this.random = random;
        rate = family == FailureFamily.StatusPage ? random.Gamma(0.9) / 0.9 * 0.6 : random.Gamma(0.8) / 0.8 * 1.2;
        typicalHours = family == FailureFamily.StatusPage ? 2.5 : 0.6 * Math.Exp(0.7 * random.Normal());
    }

    /// <summary>For each hour the share of its requests that fails by incidents.</summary>
    public double[] FailingShares(int hours, IReadOnlyList<int> sharedOutages)
    {
        double[] failing = new double[hours];
        double intensity = rate;
        int regimeEnd = 0;
        bool isClustered = family == FailureFamily.Clustered;
        foreach (int start in isClustered ? sharedOutages : [])
        {
            if (random.Uniform() < 0.1) Fail(failing, start + random.Uniform(), 0.5 + random.Uniform(), 0.2 + (0.8 * random.Uniform()));
        }

        for (double time = 0; time < hours;)
        {
            if (isClustered && time >= regimeEnd)
            {
                // Releases and seasons: each stretch of about three weeks has a rate of its own.
                intensity = rate * Math.Exp((0.7 * random.Normal()) - 0.245);
                regimeEnd = (int)time + 1 + (int)random.Exponential(21 * 24);
            }

            double next = time + random.Exponential(Month / Math.Max(intensity, 1e-6));
            if (isClustered && next > regimeEnd)
            {
                time = regimeEnd;
                continue;
            }

            time = next;
            if (time < hours) Occur(failing, time);
        }

        return failing;
    }

    private void Occur(double[] failing, double time)
    {
        Fail(failing, time, Duration(), Share());
        if (family != FailureFamily.Clustered) return;
        for (long offspring = random.Poisson(0.45); offspring > 0; offspring--)
        {
            double later = time + random.Exponential(36);
            if (later < failing.Length) Occur(failing, later);
        }
    }

    private double Duration() => family switch
    {
        FailureFamily.CompoundPoisson => Math.Min(48, typicalHours * Math.Exp(0.9 * random.Normal())),
        FailureFamily.Clustered => Math.Min(24 * 7, typicalHours * 0.6 * Math.Pow(random.Uniform(), -1 / 1.3)),
        _ => Math.Min(24 * 10, typicalHours * Math.Exp(1.4 * random.Normal())),
    };

    private double Share() => family == FailureFamily.StatusPage
        ? random.Uniform() switch { < 0.1 => 1, < 0.55 => 0.3, _ => 0.05 }
        : Math.Clamp(0.02 + (0.98 * Math.Pow(random.Uniform(), 2)), 0, 1);

    private static void Fail(double[] failing, double start, double duration, double share)
    {
        double end = Math.Min(failing.Length, start + duration);
        for (int hour = (int)start; hour < end; hour++)
        {
            double overlap = Math.Min(end, hour + 1) - Math.Max(start, hour);
            failing[hour] = Math.Max(failing[hour], share * overlap);
        }
    }
}
