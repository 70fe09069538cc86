using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Functions.Operations;

/// <summary>
/// How many expensive requests of a group run at once on an instance, and how many more may wait; bound from the section
/// <c>Bulkheads</c>. Cheap requests and recommendations have no limit here.
/// </summary>
public sealed record BulkheadPolicy
{
    private const int MostAtOnce = 64;
    private const int MostWaiting = 1000;

    /// <summary>Submissions of graphs at once: 1 to 64.</summary>
    [Range(1, MostAtOnce)]
    public int Ingestion { get; init; } = 8;

    /// <summary>Submissions that may wait: 0 to 1000.</summary>
    [Range(0, MostWaiting)]
    public int IngestionQueue { get; init; } = 32;

    /// <summary>Questions about the whole graph at once: 1 to 64.</summary>
    [Range(1, MostAtOnce)]
    public int Analyses { get; init; } = 4;

    /// <summary>Questions that may wait: 0 to 1000.</summary>
    [Range(0, MostWaiting)]
    public int AnalysesQueue { get; init; } = 16;

    /// <summary>Reports at once: 1 to 64.</summary>
    [Range(1, MostAtOnce)]
    public int Reports { get; init; } = 2;

    /// <summary>Reports that may wait: 0 to 1000.</summary>
    [Range(0, MostWaiting)]
    public int ReportsQueue { get; init; } = 8;

    /// <summary>Replays at once: 1 to 64.</summary>
    [Range(1, MostAtOnce)]
    public int Replays { get; init; } = 2;

    /// <summary>Replays that may wait: 0 to 1000.</summary>
    [Range(0, MostWaiting)]
    public int ReplaysQueue { get; init; } = 8;

    /// <summary>How long a request waits for its turn before it is turned away: 0.1 to 30 seconds.</summary>
    /// <value>5 seconds unless set.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:30")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The limits of a group; null where there are none.</summary>
    internal (int AtOnce, int Waiting)? Of(OperationGroup group) => group switch
    {
        OperationGroup.Ingestion => (Ingestion, IngestionQueue),
        OperationGroup.Analyses => (Analyses, AnalysesQueue),
        OperationGroup.Reports => (Reports, ReportsQueue),
        OperationGroup.Replays => (Replays, ReplaysQueue),
        _ => null,
    };
}
