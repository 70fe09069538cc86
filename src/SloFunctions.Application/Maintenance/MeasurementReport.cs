namespace SloFunctions.Application.Maintenance;

/// <summary>What a run did.</summary>
/// <param name="Measured">Hours of which the requests in maintenance were left out.</param>
/// <param name="Pending">Hours that the metric store knows nothing of at the moment.</param>
public sealed record MeasurementReport(int Measured, int Pending);
