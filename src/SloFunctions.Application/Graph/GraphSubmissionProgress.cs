using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>How far a large submission is that is not stored in the graph.</summary>
/// <param name="Id">The id of the ingestion.</param>
/// <param name="State">How it stands.</param>
/// <param name="Source">Who submits it.</param>
/// <param name="SubmittedBy">The caller's name.</param>
/// <param name="ObservedAt">When the source saw the graph.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Nodes">The services in it.</param>
/// <param name="Edges">The dependencies in it.</param>
/// <param name="EntriesAhead">Services and dependencies that are to be stored until it is, its own among them.</param>
/// <param name="Failure">Why it failed; null unless it has.</param>
public sealed record GraphSubmissionProgress(
    Guid Id,
    GraphSubmissionState State,
    DiscoverySource Source,
    string SubmittedBy,
    DateTimeOffset ObservedAt,
    DateTimeOffset ReceivedAt,
    int Nodes,
    int Edges,
    long EntriesAhead,
    IngestionFailure? Failure);
