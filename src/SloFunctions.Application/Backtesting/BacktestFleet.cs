using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Backtesting;

/// <summary>A fleet to forecast on.</summary>
/// <param name="Name">What the document calls it: a family of simulated fleets, or where the counts come from.</param>
/// <param name="Services">Its histories; they begin with the same hour.</param>
/// <param name="Window">The hours they span; null for made-up ones.</param>
public sealed record BacktestFleet(string Name, IReadOnlyList<ServiceHistory> Services, TimeWindow? Window);
