namespace SloFunctions.Application.Telemetry;

/// <summary>What one run of the aggregation did.</summary>
/// <param name="Through">The end of the last stored hour.</param>
/// <param name="HoursStored">Service-hours written.</param>
/// <param name="ServicesFilled">Services whose history was read for the first time.</param>
public sealed record AggregationReport(DateTimeOffset Through, int HoursStored, int ServicesFilled)
{
    /// <summary>Service-hours written that an earlier run had found missing.</summary>
    public int HoursBackFilled { get; init; }

    /// <summary>Sets of recommendations marked as stale, because what they were computed from has changed.</summary>
    public int RecommendationsMarked { get; init; }
}
