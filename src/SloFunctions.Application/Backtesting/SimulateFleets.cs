using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Backtesting;

/// <summary>Makes the fleets of a query up, one at a time, since each takes some memory.</summary>
public static class SimulateFleets
{
    /// <summary>The fleets, in the order of their families.</summary>
    public static IEnumerable<BacktestFleet> Of(BacktestQuery query) => query.Families.Select(family => Of(family, query));

    private static BacktestFleet Of(FailureFamily family, BacktestQuery query)
    {
        var fleet = new SimulatedFleet(family, query.Services, query.Days, query.Seed);
        var services = new ServiceHistory[query.Services];
        Parallel.For(0, services.Length, i => services[i] = new ServiceHistory(ServiceId.Of($"service-{i + 1}"), fleet.Hours(i)));
        return new BacktestFleet(Term<FailureFamily>.Name(family), services, Window: null);
    }
}
