namespace SloFunctions.Domain.Stationarity;

/// <summary>One change fitted to daily levels.</summary>
/// <param name="First">How many days lie before a step; 0 for a ramp.</param>
/// <param name="Difference">After − before, or end − start.</param>
/// <param name="Residuals">What the fit leaves of each day.</param>
internal readonly record struct LevelFit(int First, double Difference, double[] Residuals)
{
    /// <summary>The sum of what is left, without regard to sign.</summary>
    public double Cost => Residuals.Sum(Math.Abs);
}
