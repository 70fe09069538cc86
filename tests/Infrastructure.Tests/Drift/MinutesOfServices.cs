using SloFunctions.Testing.Drift;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Drift;

/// <summary>A Prometheus with two days of minutes of three services, one of which becomes slower by a fifth on the second day.</summary>
public sealed class MinutesOfServices : IAsyncLifetime
{
    /// <summary>When the step is.</summary>
    public static readonly DateTimeOffset Step = new(2026, 3, 12, 9, 2, 0, TimeSpan.Zero);

    private PrometheusServer? server;

    /// <summary>Where it answers.</summary>
    public string Url => server!.BaseUrl.ToString();

    /// <inheritdoc/>
    public async Task InitializeAsync() => server = await PrometheusBlocks.ServeAsync(MinuteHistory.Of(
        Step.AddHours(-50),
        Step.AddHours(33),
        [
            new MinuteService("drifting", StepAt: Step),
            new MinuteService("steady"),
            new MinuteService("failing", StepAt: Step, StepFactor: 1, ErrorRatio: 0.0002, ErrorRatioAfter: 0.004),
        ]));

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
