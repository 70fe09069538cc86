using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Backtesting;

/// <summary>The hours of one service.</summary>
/// <param name="Service">Whose they are.</param>
/// <param name="Hours">Oldest first; null where nothing was measured. All services of a fleet begin with the same hour.</param>
public sealed record ServiceHistory(ServiceId Service, SliCounts?[] Hours);
