using SloFunctions.TelemetryGenerator.Model;

namespace SloFunctions.TelemetryGenerator.Traffic;

/// <summary>The latency model of each hour, and how often the pods are throttled.</summary>
internal sealed class LatencyPlan
{
    private const double StepFactor = 1.2;
    private const double RampFactor = 1.4;

    private readonly LatencyModel[] models;

    public LatencyPlan(ServiceDefinition service, Timeline timeline, ulong seed)
    {
        var random = SplitMix64.For(seed, "latency/" + service.Id);
        Mu = Math.Log(service.MedianSeconds);
        Sigma = Math.Round(0.4 + (0.4 * random.NextDouble()), 3);
        ThrottledShare = random.Below(3) == 0 ? Math.Round(0.06 * random.NextDouble(), 4) : 0.0005;
        var usual = new LatencyModel(Mu, Sigma);
        models = new LatencyModel[timeline.Hours];
        Array.Fill(models, usual);
        if (service.Case == SpecialCase.LatencyStep)
        {
            StepHour = timeline.HourAt(0.75);
            Array.Fill(models, new LatencyModel(Mu + Math.Log(StepFactor), Sigma), StepHour.Value, timeline.Hours - StepHour.Value);
        }
        else if (service.Case == SpecialCase.LatencyRamp)
        {
            for (var hour = 0; hour < timeline.Hours; hour++)
            {
                models[hour] = new LatencyModel(Mu + (Math.Log(RampFactor) * hour / timeline.Hours), Sigma);
            }
        }
    }

    public double Mu { get; }

    public double Sigma { get; }

    /// <summary>Mean share of the time, doubled, in which a container waits for its CPU quota.</summary>
    public double ThrottledShare { get; }

    /// <summary>First hour after all latencies grew by 20 %; null for services without that case.</summary>
    public int? StepHour { get; }

    public LatencyModel At(int hour) => models[hour];
}
