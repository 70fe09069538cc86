using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>One hour of one service as measured.</summary>
/// <param name="Service">The service, by its telemetry label.</param>
/// <param name="Sli">What was measured.</param>
public sealed record ServiceHour(ServiceId Service, HourlySli Sli);
