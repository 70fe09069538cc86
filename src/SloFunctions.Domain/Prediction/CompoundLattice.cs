using System.Runtime.Intrinsics;

namespace SloFunctions.Domain.Prediction;

/// <summary>
/// The distribution of the sum of the impacts of all incidents up to a limit, by the recursion of Panjer (1981, "Recursive
/// evaluation of a family of compound distributions") on equidistant points. Impacts above the limit drop out, which leaves
/// the probabilities below it exact; an impact between two points is shared by them so that its mean stays.
/// </summary>
internal sealed class CompoundLattice
{
    /// <summary>Steps from 0 to the limit.</summary>
    public const int Steps = 256;

    private readonly double[] severity = new double[Steps + 1];
    private readonly double[] weighted = new double[Steps + 1];
    private readonly double[] backwards = new double[Steps + 1];

    /// <summary>P(sum = i ÷ <see cref="Steps"/> × limit) for i = 0 … <see cref="Steps"/>, in reverse order; valid until the next call.</summary>
    public ReadOnlySpan<double> Reversed => backwards;

    /// <summary>Computes the probabilities.</summary>
    public void Compute(IncidentCounts counts, Severities severities, double limit)
    {
        Discretise(severities.Shares, limit);
        double p = counts.P, r = counts.Shape;
        double none = 1 / (1 - (p * severity[0]));
        backwards[Steps] = Math.Pow((1 - p) * none, r);
        double a = p * none, b = (r - 1) * p * none;
        for (int n = 1; n <= Steps; n++)
        {
            var sums = backwards.AsSpan(Steps - n + 1, n);
            double plain = Dot(severity.AsSpan(1, n), sums), byIndex = Dot(weighted.AsSpan(1, n), sums);
            backwards[Steps - n] = (a * plain) + (b / n * byIndex);
        }
    }

    private void Discretise(ReadOnlySpan<double> shares, double limit)
    {
        Array.Clear(severity);
        for (int i = 0; i < shares.Length; i++)
        {
            double position = SeverityGrid.Impacts[i] / limit * Steps;
            if (position > Steps) break;
            int lower = Math.Min((int)position, Steps - 1);
            severity[lower + 1] += shares[i] * (position - lower);
            severity[lower] += shares[i] * (1 - (position - lower));
        }

        for (int i = 0; i <= Steps; i++) weighted[i] = i * severity[i];
    }

    /// <summary>Σ left × right, in four sums whatever the processor offers, so that every machine gives the same bits.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = Vector256<double>.Zero;
        int i = 0;
        for (; i <= left.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            sum += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);
        double rest = sum[0] + sum[1] + sum[2] + sum[3];
        for (; i < left.Length; i++) rest += left[i] * right[i];
        return rest;
    }
}
