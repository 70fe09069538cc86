using SloFunctions.Domain.Drift;

namespace SloFunctions.Testing.Drift;

/// <summary>Many simulated services, watched as the product does; the same in every run.</summary>
public static class DriftTrials
{
    private const int Hours = 2;

    /// <summary>The drifts told of each service that does not change, in 30 days, both of its series together.</summary>
    /// <param name="services">How many services; noise of 5 to 10 % of the p99.</param>
    /// <param name="policy">How to watch.</param>
    /// <param name="step">Minutes from one value to the next, 1 or 5.</param>
    /// <param name="cadence">Minutes from one run to the next.</param>
    public static int[] Calm(int services, DriftPolicy policy, int step, int cadence)
    {
        int[] told = new int[services];
        Parallel.For(0, services, i =>
        {
            var service = new SimulatedService($"calm {i}", DriftWatch.BaselineDays + 30, 0.05, 0.1);
            var watch = new DriftWatch(policy, step, cadence);
            told[i] = watch.Run(DriftSignal.Latency, Values(service.Latency, step), service.Target).Count
                + watch.Run(DriftSignal.ErrorRatio, Values(service.ErrorRatio, step), service.Target).Count;
        });
        return told;
    }

    /// <summary>Minutes until the change of a service's p99 is told; null when it is not within two hours.</summary>
    /// <param name="services">How many services; each changes at another minute of the day.</param>
    /// <param name="factor">By how much the p99 grows at once.</param>
    /// <param name="minutes">For how long.</param>
    /// <param name="noise">The coefficient of variation of the p99.</param>
    /// <param name="cadence">Minutes from one run to the next.</param>
    /// <param name="step">Minutes from one value to the next, 1 or 5.</param>
    public static int?[] Delays(int services, double factor, int minutes, double noise, int cadence, int step = 1)
    {
        int?[] delays = new int?[services];
        Parallel.For(0, services, i => delays[i] = Delay($"stepped {i}", (DriftWatch.BaselineDays * SimulatedService.Day) + 300 + (37 * i % 1000), factor, minutes, noise, cadence, step));
        return delays;
    }

    private static int? Delay(string name, int at, double factor, int minutes, double noise, int cadence, int step)
    {
        var service = new SimulatedService(name, DriftWatch.BaselineDays + 1, noise, noise);
        for (int i = at; i < service.Latency.Length && i - at < minutes; i++) service.Latency[i] *= factor;
        double[] values = Values(service.Latency, step);
        var policy = DriftPolicy.For(TimeSpan.FromMinutes(step));
        var baseline = DriftBaseline.Learn(DriftSignal.Latency, SimulatedService.Series(values, 0, DriftWatch.BaselineDays * SimulatedService.Day / step, step));
        var judge = new DriftJudge(policy);
        for (int now = ((at / cadence) + 1) * cadence; now <= Math.Min(at + (Hours * 60), service.Latency.Length); now += cadence)
        {
            if (judge.Of(SimulatedService.Series(values, (now / step) - policy.Points, now / step, step), baseline, service.Target).IsDrift) return now - at;
        }

        return null;
    }

    private static double[] Values(double[] minutes, int step) => step == 1 ? minutes : SimulatedService.FiveMinutes(minutes);
}
