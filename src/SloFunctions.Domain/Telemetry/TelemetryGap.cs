namespace SloFunctions.Domain.Telemetry;

/// <summary>Successive hours in which nothing was measured.</summary>
/// <param name="Start">The first missing hour, UTC.</param>
/// <param name="End">The hour in which measurements resume; the window's end when they do not.</param>
public sealed record TelemetryGap(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The number of missing hours.</summary>
    public int Hours => (int)(End - Start).TotalHours;
}
