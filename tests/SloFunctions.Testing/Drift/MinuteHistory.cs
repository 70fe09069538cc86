using System.Globalization;
using System.Text;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Testing.Drift;

/// <summary>OpenMetrics text with a sample a minute of request counters and latency buckets. The same input gives the same text.</summary>
public static class MinuteHistory
{
    /// <summary>Requests of each service in a minute.</summary>
    public const double Requests = 6000;

    // A day's shifts of a twentieth are what telemetry of one minute shows of a busy service.
    private const double Noise = 0.05;

    private static readonly double[] Bounds = [0.05, 0.1, 0.13, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.3, 0.4, 0.6, double.PositiveInfinity];

    /// <summary>Every minute from one time to another, both included and whole.</summary>
    public static string Of(DateTimeOffset start, DateTimeOffset end, params IReadOnlyList<MinuteService> services)
    {
        var requests = new StringBuilder("# TYPE http_requests counter\n");
        var buckets = new StringBuilder("# TYPE http_request_duration_seconds_bucket unknown\n");
        foreach (var service in services)
        {
            Write(requests, $"http_requests_total{{service=\"{service.Name}\",status=\"200\"}}", start, end, at => Requests * (1 - RatioAt(service, at)));
            if (service.ErrorRatio > 0 || service.ErrorRatioAfter > 0)
                Write(requests, $"http_requests_total{{service=\"{service.Name}\",status=\"500\"}}", start, end, at => Requests * RatioAt(service, at));
            foreach (double bound in Bounds)
            {
                string le = double.IsPositiveInfinity(bound) ? "+Inf" : bound.ToString(CultureInfo.InvariantCulture);
                // Each bucket must see the same latency in the same minute.
                var random = SeededRandom.For(service.Name);
                Write(buckets, $"http_request_duration_seconds_bucket{{service=\"{service.Name}\",le=\"{le}\"}}", start, end, at =>
                {
                    double p99 = service.P99 * Math.Exp(Noise * random.Normal()) * (at >= service.StepAt ? service.StepFactor : 1);
                    return Requests * (1 - Math.Exp(-bound * Math.Log(100) / p99));
                });
            }
        }

        return requests.Append(buckets).Append("# EOF\n").ToString();
    }

    // What happens within a minute is counted at its end.
    private static void Write(StringBuilder text, string series, DateTimeOffset start, DateTimeOffset end, Func<DateTimeOffset, double> during)
    {
        double count = 0;
        for (var at = start; at <= end; at = at.AddMinutes(1))
        {
            count += during(at.AddMinutes(-1));
            text.Append(CultureInfo.InvariantCulture, $"{series} {count:R} {at.ToUnixTimeSeconds()}\n");
        }
    }

    private static double RatioAt(MinuteService service, DateTimeOffset at) =>
        at >= service.StepAt ? service.ErrorRatioAfter ?? service.ErrorRatio : service.ErrorRatio;
}
