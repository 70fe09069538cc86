using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Functions.Operations;

/// <summary>
/// How long requests may take before their work is cancelled; bound from the section <c>Deadlines</c>. Each is 1 second to
/// 3 minutes, because the front end of Azure gives up after 230 seconds.
/// </summary>
public sealed record DeadlinePolicy
{
    private const string Shortest = "00:00:01";
    private const string Longest = "00:03:00";

    /// <summary>Of everything that is not named here.</summary>
    /// <value>30 seconds unless set.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Default { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of submissions of graphs, the sending of the body included.</summary>
    /// <value>60 seconds unless set.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Ingestion { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Of recommendations, which may have to be computed.</summary>
    /// <value>30 seconds unless set.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Recommendations { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of questions about the whole graph.</summary>
    /// <value>30 seconds unless set.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Analyses { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of reports and replays.</summary>
    /// <value>30 seconds unless set.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Reports { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The deadline of a group.</summary>
    public TimeSpan Of(OperationGroup group) => group switch
    {
        OperationGroup.Ingestion => Ingestion,
        OperationGroup.Recommendations => Recommendations,
        OperationGroup.Analyses => Analyses,
        OperationGroup.Reports or OperationGroup.Replays => Reports,
        _ => Default,
    };
}
