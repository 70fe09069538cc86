using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Drift;

/// <summary>A baseline to be learnt.</summary>
/// <param name="Service">The service.</param>
/// <param name="Signal">Which series.</param>
/// <param name="Version">The version of the present one; 0 without any.</param>
/// <param name="Since">The onset of the last drift, before which nothing is to be learnt from; null without one.</param>
public sealed record BaselineRequest(ServiceId Service, DriftSignal Signal, long Version, DateTimeOffset? Since);
