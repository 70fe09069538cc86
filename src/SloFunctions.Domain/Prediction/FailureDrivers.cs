namespace SloFunctions.Domain.Prediction;

/// <summary>The figures of a history that a prediction is a function of: for a service as it is, or as it might be.</summary>
/// <param name="MonthlyIncidents">Incidents in 30 days, 0 or more.</param>
/// <param name="TypicalImpact">The geometric mean of their impacts, in (0, 1].</param>
/// <param name="BackgroundRatio">The error ratio outside of them, in (0, 1].</param>
/// <param name="ObservedDays">The time over which this was seen, days; 0 or more.</param>
public sealed record FailureDrivers(double MonthlyIncidents, double TypicalImpact, double BackgroundRatio, double ObservedDays)
{
    /// <summary>The days that incident frequencies are told over.</summary>
    public const double MonthDays = 30;
}
