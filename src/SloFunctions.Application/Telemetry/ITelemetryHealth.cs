namespace SloFunctions.Application.Telemetry;

/// <summary>Whether the metric store answers at present.</summary>
public interface ITelemetryHealth
{
    /// <summary>Asks the store, or repeats what it said within the last two seconds. Never throws for a store that is down.</summary>
    ValueTask<bool> IsReachableAsync(CancellationToken cancellation);
}
