using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>The time in which a service has shown too little of itself.</summary>
/// <param name="DaysOfData">The days since its first measured hour; 0 when there is none.</param>
/// <param name="Baseline">What is usual for its kind.</param>
/// <param name="ReevaluateAt">When 30 days of data exist; null when nothing was measured yet.</param>
internal sealed record ColdStart(double DaysOfData, ArchetypeBaseline Baseline, DateTimeOffset? ReevaluateAt)
{
    /// <summary>From so many days on a service speaks for itself.</summary>
    public const int EnoughDays = 30;

    /// <summary>How far back is looked while it does not.</summary>
    public const int MostLookbackDays = 90;

    /// <summary>The cold start of a service; null when it is over.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="end">The end of the look-back window.</param>
    public static ColdStart? Of(ServiceProfile profile, DateTimeOffset end)
    {
        if (profile.MeasuredSince is not { } since) return new ColdStart(0, ArchetypeBaseline.Of(profile.Archetype), null);
        double days = Math.Max(0, (end - since).TotalDays);
        return days >= EnoughDays ? null : new ColdStart(days, ArchetypeBaseline.Of(profile.Archetype), since.AddDays(EnoughDays));
    }

    /// <summary>The days to look back for a service: all that exist, up to 90, during a cold start.</summary>
    /// <param name="asked">The days asked for.</param>
    /// <param name="coldStart">The service's cold start; null when it is over.</param>
    public static int LookbackDays(int asked, ColdStart? coldStart) =>
        coldStart is null ? asked : Math.Max(asked, Math.Min(MostLookbackDays, (int)Math.Ceiling(coldStart.DaysOfData)));
}
