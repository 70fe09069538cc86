using SloFunctions.Domain.Drift;

namespace SloFunctions.Domain.Tests.Drift;

/// <summary>KSWIN as river has it: as many older values as there are recent ones, drawn at random.</summary>
internal sealed class SampledKolmogorovSmirnov(double alpha, int window, int recent, uint seed = 42)
{
    private readonly List<double> values = [];
    private MersenneTwister random = new(seed);
    private bool isDetected;

    public bool Update(double value)
    {
        if (isDetected)
        {
            values.Clear();
            random = new MersenneTwister(seed);
            isDetected = false;
        }

        values.Add(value);
        if (values.Count > window) values.RemoveAt(0);
        if (values.Count < window) return false;
        double[] older = random.Sample([.. values.Take(window - recent)], recent), latest = [.. values.TakeLast(recent)];
        Array.Sort(older);
        Array.Sort(latest);
        double distance = KolmogorovSmirnov.Statistic(older, latest);
        return isDetected = distance > 0.1 && KolmogorovSmirnov.PValue(distance, recent, recent) <= alpha;
    }
}
