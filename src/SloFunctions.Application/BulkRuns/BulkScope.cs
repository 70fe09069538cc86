namespace SloFunctions.Application.BulkRuns;

/// <summary>Which services a bulk run is about.</summary>
public enum BulkScope
{
    /// <summary>Every internal service.</summary>
    All,

    /// <summary>The internal services of a team.</summary>
    Team,

    /// <summary>Services that are named, external ones among them if need be.</summary>
    Services,
}
