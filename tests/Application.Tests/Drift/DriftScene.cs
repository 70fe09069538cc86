using Microsoft.Extensions.DependencyInjection;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Tests.Recommendations;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Functions.Orchestrations;
using SloFunctions.Testing;
using SloFunctions.Testing.Orchestrations;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Drift;

/// <summary>Drift detection on ports in memory, from noon on. The first run has learnt what is usual.</summary>
internal sealed class DriftScene
{
    public static readonly DateTimeOffset Noon = Shop.Through.AddMinutes(5);

    private readonly Shop shop;

    private DriftScene(Shop shop) => this.shop = shop;

    public InMemoryDrift Store { get; private init; } = new InMemoryDrift().Register(isCritical: true, "checkout").Register(isCritical: false, "payment");

    public ScriptedDriftTelemetry Telemetry { get; } = new();

    public FakeClock Clock => shop.Clock;

    public Shop Shop => shop;

    public DriftRunPolicy Policy { get; init; } = new() { BatchSize = 1, Parallelism = 1 };

    public static async Task<DriftScene> OpenAsync(InMemoryDrift? store = null)
    {
        var opened = await Shop.OpenAsync();
        var scene = store is null ? new DriftScene(opened) : new DriftScene(opened) { Store = store };
        (await scene.RunAsync()).Learnt.ShouldBeGreaterThan(0);
        return scene;
    }

    /// <summary>Whether each activity is done twice, as when nobody heard of its first end.</summary>
    public bool Repeats { get; set; }

    /// <summary>A run of another instance, or the next one of this.</summary>
    public async Task<DriftReport> RunAsync(CancellationToken cancellation = default)
    {
        using var instruments = new DriftInstruments();
        var activities = new DirectActivities(typeof(DriftSweep).Assembly, new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDriftStore>(Store)
            .AddSingleton<IBaselineStore>(Store)
            .AddSingleton<IReevaluationBacklog>(Store)
            .AddSingleton<IDriftTelemetry>(Telemetry)
            .AddSingleton<IIdSource>(shop.Ids)
            .AddSingleton(shop.Serving.Generations)
            .AddSingleton(Policy)
            .AddSingleton(instruments)
            .BuildServiceProvider());
        return await DriftSweep.RunAsync(new DirectOrchestration(activities, Clock.GetUtcNow(), cancellation) { Repeats = Repeats });
    }

    /// <summary>Runs every five minutes until something is found.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan?> UntilDriftAsync(TimeSpan atMost)
    {
        var began = Clock.GetUtcNow();
        int before = Store.Audit.Count;
        while (Clock.GetUtcNow() - began < atMost)
        {
            Clock.Advance(TimeSpan.FromMinutes(5));
            await RunAsync();
            if (Store.Audit.Count > before) return Clock.GetUtcNow() - began;
        }

        return null;
    }

    public DriftState StateOf(string service, DriftSignal signal = DriftSignal.Latency) => Store.States[(ServiceId.Of(service), signal)].State;
}
