namespace SloFunctions.Benchmarks.Harness;

/// <summary>What was measured of one subject, round by round.</summary>
/// <param name="Subject">What was measured.</param>
/// <param name="Unit">The unit of the samples.</param>
/// <param name="Samples">One value a round, in order.</param>
public sealed record Measurement(string Subject, string Unit, IReadOnlyList<double> Samples)
{
    /// <summary>The middle value.</summary>
    public double Median => Samples.Order().ElementAt(Samples.Count / 2);

    /// <summary>The smallest value.</summary>
    public double Min => Samples.Min();

    /// <summary>The largest value.</summary>
    public double Max => Samples.Max();
}
