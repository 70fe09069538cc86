using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>The middle of a sample and where its middle half lies.</summary>
/// <param name="Lower">A quarter is not above it.</param>
/// <param name="Median">Half is not above it.</param>
/// <param name="Upper">Three quarters are not above it.</param>
public sealed record Quartiles(double Lower, double Median, double Upper)
{
    /// <summary>The quartiles of a sample; null for an empty one.</summary>
    /// <param name="values">In any order; sorted in place.</param>
    public static Quartiles? Of(List<double> values)
    {
        if (values.Count == 0) return null;
        values.Sort();
        return new Quartiles(LowerQuantile.Of(values, 0.25), LowerQuantile.Of(values, 0.5), LowerQuantile.Of(values, 0.75));
    }
}
