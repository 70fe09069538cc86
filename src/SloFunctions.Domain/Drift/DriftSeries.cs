namespace SloFunctions.Domain.Drift;

/// <summary>Measurements at equal distances.</summary>
/// <param name="Start">The time of the first.</param>
/// <param name="Step">From one to the next; above zero.</param>
/// <param name="Values">The measurements, oldest first; not a number where nothing was measured, which is never zero.</param>
public sealed record DriftSeries(DateTimeOffset Start, TimeSpan Step, IReadOnlyList<double> Values)
{
    /// <summary>When a measurement was made.</summary>
    public DateTimeOffset TimeOf(int index) => Start + (Step * index);
}
