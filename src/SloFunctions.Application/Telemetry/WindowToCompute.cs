namespace SloFunctions.Application.Telemetry;

/// <summary>A window whose indicators are to be computed.</summary>
/// <param name="Name">The name of an <see cref="Domain.Telemetry.AggregateWindow"/>.</param>
/// <param name="End">The end of its last hour.</param>
public sealed record WindowToCompute(string Name, DateTimeOffset End);
