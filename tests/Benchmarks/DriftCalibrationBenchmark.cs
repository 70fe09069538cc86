using SloFunctions.Benchmarks.Harness;
using SloFunctions.Domain.Drift;
using SloFunctions.Testing.Drift;

namespace SloFunctions.Benchmarks;

/// <summary>How often services that do not change are said to have, and how soon a change of latency is told.</summary>
public sealed class DriftCalibrationBenchmark : IBenchmark
{
    private const int Services = 500;

    /// <inheritdoc/>
    public string Name => "drift-calibration";

    /// <inheritdoc/>
    public string Description => $"{Services} simulated services, AR(1) noise of 0.5, seasons of the day and the week";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var found = new List<Comparison>();
        foreach (var (step, cadence) in new[] { (1, 15), (1, 5), (5, 15) })
        {
            cancellation.ThrowIfCancellationRequested();
            double told = DriftTrials.Calm(Services, DriftPolicy.For(TimeSpan.FromMinutes(step)), step, cadence).Sum() / (double)Services;
            found.Add(new($"drifts told, {step} min values, every {cadence} min", new("calm", "a month", [told]), null));
        }

        foreach (var (noise, cadence, step) in new[] { (0.05, 5, 1), (0.05, 15, 1), (0.1, 5, 1), (0.05, 5, 5) })
        {
            cancellation.ThrowIfCancellationRequested();
            int?[] delays = DriftTrials.Delays(Services, 1.2, int.MaxValue, noise, cadence, step);
            string figure = $"+20 %, noise {noise:P0}, {step} min, every {cadence}";
            found.Add(new(figure, new("delay", "min", [.. delays.Select(d => d ?? double.PositiveInfinity).Where(double.IsFinite)]), null));
            found.Add(new(figure, new("within 25 min", "share", [delays.Count(d => d <= 25) / (double)Services]), null));
        }

        foreach (var (name, factor, minutes) in new[] { ("burst +20 %, 10 min", 1.2, 10), ("burst x3, 10 min", 3, 10), ("+5 %", 1.05, int.MaxValue) })
            found.Add(new(name, new("told", "share", [DriftTrials.Delays(Services, factor, minutes, 0.05, 5).Count(d => d is not null) / (double)Services]), null));
        return Task.FromResult<IReadOnlyList<Comparison>>(found);
    }
}
