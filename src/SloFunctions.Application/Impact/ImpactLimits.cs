namespace SloFunctions.Application.Impact;

/// <summary>How much one question may ask, and one answer tell.</summary>
public static class ImpactLimits
{
    /// <summary>Changes of one what-if question.</summary>
    public const int Changes = 50;

    /// <summary>Alternatives that one change makes.</summary>
    public const int Members = 100;

    /// <summary>Services named in a filter, in weights or as fixed.</summary>
    public const int NamedServices = 20_000;

    /// <summary>Nines that one change adds or takes away.</summary>
    public const double DeltaNines = 10;

    /// <summary>The largest weight of a service.</summary>
    public const double Weight = 1e6;

    /// <summary>Milliseconds of a latency target.</summary>
    public const double LatencyMs = 3_600_000;

    /// <summary>Field errors reported for one question.</summary>
    public const int ReportedErrors = 20;

    /// <summary>Services named in one list of single points of failure, and members of a cycle in a note; all of them are counted.</summary>
    public const int ReportedNames = 20;

    /// <summary>Cycles named for one service.</summary>
    public const int ReportedCycles = 3;
}
