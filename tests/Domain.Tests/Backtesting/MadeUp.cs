using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Backtesting;

/// <summary>Fleets to forecast on.</summary>
internal static class MadeUp
{
    public static readonly BacktestPlan Plan = new(lookbackDays: 30, stepDays: 14);

    public static ServiceHistory Service(string name, int days, Func<int, SliCounts?> hour) =>
        new(ServiceId.Of(name), [.. Enumerable.Range(0, days * 24).Select(hour)]);

    public static ServiceHistory Steady(string name, int days, long good, long total) => Service(name, days, _ => new SliCounts(good, total));

    public static ServiceHistory[] Simulated(FailureFamily family, int services, int days, ulong seed)
    {
        var fleet = new SimulatedFleet(family, services, days, seed);
        var histories = new ServiceHistory[services];
        Parallel.For(0, services, i => histories[i] = new ServiceHistory(ServiceId.Of($"s{i}"), fleet.Hours(i)));
        return histories;
    }

    public static MethodScore Of(this BacktestResult result, ForecastMethod method) => result.Methods.Single(m => m.Method == method);
}
