using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>A service's requests as the metric store has them now.</summary>
/// <param name="Hour">Those of the last hour.</param>
/// <param name="SixHours">Those of the last six.</param>
/// <param name="Until">Now.</param>
internal sealed record LiveCounts(SliCounts Hour, SliCounts SixHours, DateTimeOffset Until);
