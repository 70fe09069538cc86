namespace SloFunctions.Application.Dashboards;

/// <summary>What became of an attempt to compute the dashboards.</summary>
public enum RefreshOutcome
{
    /// <summary>They are computed anew.</summary>
    Refreshed,

    /// <summary>Somebody else does so at the moment, or has done so for the first time.</summary>
    LeftToOthers,

    /// <summary>It took too long, for itself or while it waited; they are as they were.</summary>
    TimedOut,
}
