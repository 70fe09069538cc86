namespace SloFunctions.Application.Graph;

/// <summary>How often an event has failed.</summary>
/// <param name="Attempts">Deliveries that failed, this one among them.</param>
/// <param name="Since">When the first did.</param>
public sealed record FailedDelivery(int Attempts, DateTimeOffset Since);
