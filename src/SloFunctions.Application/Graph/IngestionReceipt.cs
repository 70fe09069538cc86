namespace SloFunctions.Application.Graph;

/// <summary>The answer to a graph submission. The graph is stored when the answer is given.</summary>
/// <param name="IngestionId">The id of this submission.</param>
/// <param name="Status">Always <c>completed</c>.</param>
/// <param name="NodesReceived">Services in the submission.</param>
/// <param name="EdgesReceived">Dependencies in the submission.</param>
/// <param name="EstimatedCompletionSeconds">Always 0: nothing is left to do.</param>
public sealed record IngestionReceipt(
    Guid IngestionId, string Status, int NodesReceived, int EdgesReceived, int EstimatedCompletionSeconds);
