using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Testing.Drift;

/// <summary>
/// A service that does not change: its p99 and its share of failed requests, minute by minute, with hours of the day, weekends
/// and noise that hangs together from one minute to the next.
/// </summary>
public sealed class SimulatedService
{
    /// <summary>Minutes in a day.</summary>
    public const int Day = 1440;

    /// <summary>When it begins: a Monday, midnight UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Simulates one.</summary>
    /// <param name="name">What its random numbers are drawn from.</param>
    /// <param name="days">Whole days.</param>
    /// <param name="leastNoise">The smallest coefficient of variation of its p99.</param>
    /// <param name="mostNoise">The largest.</param>
    public SimulatedService(string name, int days, double leastNoise, double mostNoise)
    {
        var random = SeededRandom.For(name);
        Noise = Between(random, leastNoise, mostNoise);
        Target = new[] { 0.995, 0.999, 0.9995 }[random.Below(3)];
        double base99 = Math.Exp(Between(random, Math.Log(0.05), Math.Log(2)));
        double phase = Between(random, 0, 2 * Math.PI), swing = Between(random, 0, 0.25), weekend = Between(random, -0.03, 0.03);
        double traffic = Math.Exp(Between(random, Math.Log(300), Math.Log(30_000))), trafficSwing = Between(random, 0, 0.6);
        double ratio = (1 - Target) * Between(random, 0.05, 0.6), errorSwing = Between(random, 0, 0.3), errorNoise = Between(random, 0.05, 0.2);
        double slow = 0, failing = 0;
        Latency = new double[days * Day];
        ErrorRatio = new double[days * Day];
        for (int i = 0; i < Latency.Length; i++)
        {
            double season = Math.Sin((2 * Math.PI * (i % Day) / Day) + phase);
            bool isWeekend = i / Day % 7 >= 5;
            slow = Next(random, slow);
            failing = Next(random, failing);
            Latency[i] = base99 * Math.Exp((swing * season) + (isWeekend ? weekend : 0) + (Noise * slow));
            long requests = random.Poisson(traffic * Math.Exp(trafficSwing * season) * (isWeekend ? 0.7 : 1));
            double failed = ratio * Math.Exp((errorSwing * season) + (errorNoise * failing));
            ErrorRatio[i] = requests == 0 ? double.NaN : (double)random.Binomial(requests, failed) / requests;
        }
    }

    /// <summary>The coefficient of variation of its p99.</summary>
    public double Noise { get; }

    /// <summary>Its objective.</summary>
    public double Target { get; }

    /// <summary>Its p99 in seconds.</summary>
    public double[] Latency { get; }

    /// <summary>Its share of failed requests.</summary>
    public double[] ErrorRatio { get; }

    /// <summary>Some of the values of a service as a series.</summary>
    /// <param name="values">Values of the service, from <see cref="Start"/> on.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="to">After the last of them.</param>
    /// <param name="step">Minutes from one to the next.</param>
    public static DriftSeries Series(double[] values, int from, int to, int step = 1) =>
        new(Start.AddMinutes(from * step), TimeSpan.FromMinutes(step), new ArraySegment<double>(values, from, to - from));

    /// <summary>The means of each five minutes.</summary>
    public static double[] FiveMinutes(double[] minutes) => [.. minutes.Chunk(5).Select(five => five.Average())];

    // Correlation 0.5 from one minute to the next, standard deviation 1.
    private static double Next(SeededRandom random, double value) => (0.5 * value) + (Math.Sqrt(0.75) * random.Normal());

    private static double Between(SeededRandom random, double least, double most) => least + ((most - least) * random.Uniform());
}
