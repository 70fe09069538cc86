namespace SloFunctions.Application.Telemetry;

/// <summary>Notes that the histories of a run's new services are stored. Repeating it changes nothing.</summary>
public sealed class FinishHistories(ISliStore store)
{
    /// <summary>Notes it, once every day of the plan is stored.</summary>
    public async Task HandleAsync(AggregationPlan plan, CancellationToken cancellation)
    {
        // First, since a first run that ended between the two would leave nothing to fill and no hour to catch up from.
        if ((await store.ReadStateAsync(cancellation)).Through is null) await store.AdvanceAsync(plan.End, cancellation);
        await store.MarkFilledAsync(plan.Run, plan.Horizon, cancellation);
    }
}
