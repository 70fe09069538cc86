using SloFunctions.Domain.Telemetry;
using SloFunctions.TelemetryGenerator.Model;
using SloFunctions.TelemetryGenerator.Series;
using SloFunctions.TelemetryGenerator.Traffic;
using SloFunctions.TelemetryGenerator.Truth;

namespace SloFunctions.Domain.Tests.Stationarity;

/// <summary>What really happened at the services of the generated shop, hour by hour, over thirty days.</summary>
internal static class GeneratedShop
{
    private const ulong Seed = 1;
    private static readonly Timeline Timeline = new(Histories.Start.AddDays(30), 720, 900);
    private static readonly Landscape Shop = Landscape.Shop(50, Seed);
    private static readonly ServiceSimulator Simulator = new(Timeline, new IncidentPlan(Shop, Timeline, Seed), Seed, withLatency: true);

    public static IReadOnlyList<ServiceDefinition> Services => Shop.Services;

    public static SliHistory HistoryOf(ServiceDefinition service)
    {
        var truth = HourlyTruth.Of(Simulator.Run(service), Timeline);
        return Histories.Of(truth.Count, hour => truth[hour] is { } known
            ? new HourlySli(
                Histories.Start.AddHours(hour),
                new SliCounts(known.Good, known.Total),
                new LatencyHistogram(LatencyModel.Bounds, known.CumulativeBuckets),
                null)
            : null);
    }
}
