using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Maintenance;

/// <summary>How much planned maintenance may be left out of error budgets.</summary>
public sealed record MaintenancePolicy
{
    /// <summary>How long a window may be, a minute to 7 days. The default is two days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan LongestWindow { get; init; } = TimeSpan.FromDays(2);

    /// <summary>The share of any SLO window that may be left out, 0 to 1. The default is a tenth.</summary>
    [Range(0.0, 1.0)]
    public double MostShare { get; init; } = 0.1;

    /// <summary>How many days ahead a window may begin, 1 to 3,660. The default is 366.</summary>
    [Range(1, 3660)]
    public int DaysAhead { get; init; } = 366;
}
