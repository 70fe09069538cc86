using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Backtesting;

/// <summary>Puts SLO windows together from whole days of the history, drawn with replacement (Politis and Romano 1992).</summary>
internal sealed class BlockBootstrapForecaster : IForecaster
{
    private const int Replicates = 1000;

    public ForecastMethod Method => ForecastMethod.BlockBootstrap;

    public Func<PastWindow, IForecast?> Learn(IReadOnlyList<PastWindow> fleet) => Resample;

    private static SampleForecast? Resample(PastWindow past)
    {
        var (good, total) = Days(past);
        var random = SeededRandom.For($"{past.Service}\n{past.Origin}");
        double[] ratios = new double[Replicates];
        int windows = 0;
        for (int r = 0; r < Replicates; r++)
        {
            long sumGood = 0, sumTotal = 0;
            for (int d = 0; d < BacktestPlan.HorizonDays; d++)
            {
                int day = random.Below(good.Length);
                sumGood += good[day];
                sumTotal += total[day];
            }

            if (sumTotal > 0) ratios[windows++] = (double)sumGood / sumTotal;
        }

        return windows > 0 ? new SampleForecast(ratios[..windows]) : null;
    }

    private static (long[] Good, long[] Total) Days(PastWindow past)
    {
        long[] good = new long[past.Hours.Count / 24], total = new long[good.Length];
        for (int hour = 0; hour < past.Hours.Count; hour++)
        {
            var counts = past.Hours[hour].GetValueOrDefault();
            good[hour / 24] += counts.Good;
            total[hour / 24] += counts.Total;
        }

        return (good, total);
    }
}
