using Microsoft.Extensions.DependencyInjection;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Functions.Orchestrations;
using SloFunctions.Testing;
using SloFunctions.Testing.Orchestrations;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Telemetry;

/// <summary>The aggregation on ports in memory, five minutes past noon.</summary>
internal sealed class AggregationScene(params IReadOnlyList<string> measured) : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private TelemetryInstruments? instruments;
    private int runs;

    public FakeClock Clock { get; init; } = new(Noon.AddMinutes(5));

    public InMemorySliStore Store { get; } = new();

    public InMemoryAggregateStore Aggregates { get; init; } = new();

    public ConstantTelemetry Telemetry { get; } = new(measured);

    public InMemoryFleetPriors Priors { get; } = new();

    public InMemoryRetention Retention { get; } = new();

    public AggregationPolicy Policy { get; init; } = new();

    public TelemetryInstruments Instruments => instruments ??= new TelemetryInstruments(Clock);

    /// <summary>Whether each activity is done twice, as when nobody heard of its first end.</summary>
    public bool Repeats { get; set; }

    /// <summary>The activities that the last run asked for.</summary>
    public IReadOnlyList<string> Called { get; private set; } = [];

    public DirectActivities Activities() => new(typeof(Aggregation).Assembly, new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<ISliStore>(Store)
        .AddSingleton<IFleetHistories>(Store)
        .AddSingleton<IAggregateStore>(Aggregates)
        .AddSingleton<ITelemetrySource>(Telemetry)
        .AddSingleton<IFleetPriorStore>(Priors)
        .AddSingleton<IRetention>(Retention)
        .AddSingleton(new RetentionPolicy())
        .AddSingleton(Policy)
        .AddSingleton(Instruments)
        .BuildServiceProvider());

    public async Task<AggregationReport> RunAsync(CancellationToken cancellation = default)
    {
        // No two runs begin at the same time.
        var orchestration = new DirectOrchestration(Activities(), Clock.GetUtcNow().AddMicroseconds(-runs++), cancellation) { Repeats = Repeats };
        try
        {
            return await Aggregation.RunAsync(orchestration);
        }
        finally
        {
            Called = orchestration.Called;
        }
    }

    public void Dispose() => instruments?.Dispose();
}
