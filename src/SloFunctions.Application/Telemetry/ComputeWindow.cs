using SloFunctions.Application.Observability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>Computes the indicators of one window from the stored counts. Repeating it changes nothing.</summary>
public sealed class ComputeWindow(IAggregateStore store)
{
    /// <summary>Computes and stores them.</summary>
    public async Task HandleAsync(WindowToCompute input, CancellationToken cancellation)
    {
        using var span = Tracing.Begin(nameof(ComputeWindow));
        var window = AggregateWindow.All.Single(w => w.Name == input.Name);
        var sums = await store.ReadSumsAsync(window.EndingAt(input.End), cancellation);
        await store.StoreAsync(window, input.End, sums.SelectMany(s => s.Aggregates()), cancellation);
    }
}
