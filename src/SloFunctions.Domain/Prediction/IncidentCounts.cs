namespace SloFunctions.Domain.Prediction;

/// <summary>How many incidents an SLO window will see: a negative binomial distribution, the mixture of Poisson over an uncertain rate.</summary>
/// <param name="Mean">The expected number, above 0.</param>
/// <param name="Shape">How sure the rate is and how evenly incidents come: the variance is mean + mean² ÷ shape; above 0.</param>
public sealed record IncidentCounts(double Mean, double Shape)
{
    /// <summary>The probability of failure in the usual parametrisation: mean ÷ (mean + shape).</summary>
    public double P => Mean / (Mean + Shape);
}
