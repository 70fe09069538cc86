using System.Diagnostics;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Domain.Drift;
using SloFunctions.Testing.Drift;

namespace SloFunctions.Benchmarks;

/// <summary>Baselines, detectors and judgement over the latest four hours of minutes of a whole fleet.</summary>
public sealed class DriftDetectorsBenchmark : IBenchmark
{
    private const int Series = 10_000;
    private const int Rounds = 5;
    private const int Cores = 2;

    /// <inheritdoc/>
    public string Name => "drift-detectors";

    /// <inheritdoc/>
    public string Description => $"judging {Series} series of {DriftPolicy.Minutes.Points} minutes on {Cores} cores: standardised, replayed by three detectors, voted";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        const int learnt = 2 * SimulatedService.Day;
        int points = DriftPolicy.Minutes.Points;
        var service = new SimulatedService("benchmark", 12, 0.05, 0.05);
        var baseline = DriftBaseline.Learn(DriftSignal.Latency, SimulatedService.Series(service.Latency, 0, learnt));
        var times = new List<double>();
        for (int round = -1; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Parallel.For(
                0,
                Series,
                new ParallelOptions { MaxDegreeOfParallelism = Cores, CancellationToken = cancellation },
                () => new DriftJudge(DriftPolicy.Minutes),
                (i, _, judge) =>
                {
                    judge.Of(SimulatedService.Series(service.Latency, learnt + i, learnt + i + points), baseline, service.Target);
                    return judge;
                },
                _ => { });
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Task.FromResult<IReadOnlyList<Comparison>>([new("time", new("all series", "s", times), null)]);
    }
}
