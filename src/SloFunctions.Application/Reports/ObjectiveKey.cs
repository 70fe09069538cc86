using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Reports;

/// <summary>What tells the requests of one objective from those of another.</summary>
/// <param name="Service">The service.</param>
/// <param name="ThresholdMs">The threshold that good requests keep, milliseconds; null for availability.</param>
public readonly record struct ObjectiveKey(ServiceId Service, double? ThresholdMs);
