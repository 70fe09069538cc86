namespace SloFunctions.Domain.Backtesting;

/// <summary>Counts forecasts by the probability they gave; finer near 0, where recommended targets are.</summary>
internal sealed class ReliabilityTally
{
    private static readonly double[] Edges = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    private readonly double[] sums = new double[Edges.Length - 1];
    private readonly ObservedShare[] shares = new ObservedShare[Edges.Length - 1];

    public void Add(double probability, bool happened)
    {
        int bin = 0;
        while (bin < sums.Length - 1 && probability >= Edges[bin + 1]) bin++;
        sums[bin] += probability;
        shares[bin] = shares[bin].With(happened);
    }

    public IReadOnlyList<ReliabilityBin> ToBins() =>
        [.. shares.Select((s, i) => new ReliabilityBin(Edges[i], Edges[i + 1], s.Trials == 0 ? null : sums[i] / s.Trials, s))];
}
