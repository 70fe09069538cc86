using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Telemetry;

/// <summary>How long data is kept, by whole months where it is telemetry.</summary>
public sealed record RetentionPolicy
{
    /// <summary>Days that indicators over one hour are kept, 30 to 3,650. The default is 90.</summary>
    [Range(30, 3650)]
    public int HourlyAggregateDays { get; init; } = 90;

    /// <summary>Days that all other telemetry is kept, 30 to 3,650. The default is 366, since a recommendation may look back 365.</summary>
    [Range(30, 3650)]
    public int TelemetryDays { get; init; } = 366;

    /// <summary>Days that superseded and expired recommendations are kept, and bulk runs that have ended, 30 to 3,650. The default is 90.</summary>
    [Range(30, 3650)]
    public int RecommendationDays { get; init; } = 90;
}
