namespace SloFunctions.Application.Graph;

/// <summary>How much one graph submission may hold; a larger graph comes in several.</summary>
public static class GraphLimits
{
    /// <summary>Services in one submission.</summary>
    public const int Nodes = 20_000;

    /// <summary>Dependencies in one submission.</summary>
    public const int Edges = 100_000;

    /// <summary>Levels of nesting inside metadata and retry policies.</summary>
    public const int JsonDepth = 8;

    /// <summary>Characters of the JSON text of one service's metadata or one retry policy.</summary>
    public const int JsonLength = 16 * 1024;

    /// <summary>Characters of a team's name.</summary>
    public const int Team = 255;

    /// <summary>Characters of a protocol's name.</summary>
    public const int Protocol = 50;

    /// <summary>Characters of the name of a group of alternatives.</summary>
    public const int RedundancyGroup = 255;

    /// <summary>The largest tier number.</summary>
    public const int Tier = 9;

    /// <summary>The smallest published SLA, percent: what the database tells apart from nothing.</summary>
    public const double LeastSla = 0.000001;

    /// <summary>Field errors reported for one submission; more would help nobody.</summary>
    public const int ReportedErrors = 20;

    /// <summary>Conflicts, cycles and divergences listed in one answer; all of them are counted.</summary>
    public const int ReportedFindings = 100;

    /// <summary>Bytes of the submission inside of one event.</summary>
    public const int EventDataBytes = 10 * 1024 * 1024;

    /// <summary>How far ahead of our clock a submission's timestamp may lie.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
}
