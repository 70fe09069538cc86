using SloFunctions.Application.Telemetry;

namespace SloFunctions.Testing.Ports;

/// <summary>A metric store that is reachable or not as the test says.</summary>
public sealed class SwitchedTelemetryHealth : ITelemetryHealth
{
    /// <summary>Whether the store answers.</summary>
    public bool IsReachable { get; set; } = true;

    /// <inheritdoc/>
    public ValueTask<bool> IsReachableAsync(CancellationToken cancellation) => ValueTask.FromResult(IsReachable);
}
