using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Keeps the submissions it is given.</summary>
public sealed class RecordedGraphWriter : IGraphWriter
{
    private readonly List<GraphUpdate> updates = [];

    /// <summary>The submissions, oldest first.</summary>
    public IReadOnlyList<GraphUpdate> Updates => updates;

    /// <inheritdoc/>
    public Task UpsertAsync(GraphUpdate update, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        updates.Add(update);
        return Task.CompletedTask;
    }
}
