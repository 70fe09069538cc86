using SloFunctions.TelemetryGenerator.Model;

namespace SloFunctions.TelemetryGenerator.Traffic;

/// <summary>Which incidents each service lives through: its own, and those of everything it calls with hard, synchronous calls.</summary>
public sealed class IncidentPlan
{
    /// <summary>Share of a dependency's failures that reaches the caller; the rest is retried or not needed.</summary>
    private const double PassedOn = 0.8;
    private const double Negligible = 0.0005;
    private const double IncidentsPerThirtyDays = 1.2;

    private readonly Dictionary<string, IReadOnlyList<Incident>> incidents = [];
    private readonly Landscape landscape;
    private readonly ILookup<string, DependencyEdge> hardCalls;
    private readonly Timeline timeline;
    private readonly ulong seed;

    public IncidentPlan(Landscape landscape, Timeline timeline, ulong seed)
    {
        this.landscape = landscape;
        this.timeline = timeline;
        this.seed = seed;
        hardCalls = landscape.Edges.Where(e => e.PassesFailures).ToLookup(e => e.Source);
        var services = landscape.Services.ToDictionary(s => s.Id);
        foreach (var service in landscape.Services)
        {
            Resolve(service, services);
        }
    }

    /// <summary>The incidents of a service; the same outage reached over several paths counts once.</summary>
    public IReadOnlyList<Incident> Of(string service) => incidents[service];

    /// <summary>Every service that lives through incidents which began at <paramref name="service"/>.</summary>
    public IReadOnlyList<string> ReachedFrom(string service) =>
        [.. landscape.Services.Select(s => s.Id).Where(id => id != service && incidents[id].Any(i => i.Cause == service))];

    /// <summary>Probability of failure in each hour.</summary>
    public double[] ErrorRatios(ServiceDefinition service)
    {
        var success = new double[timeline.Hours];
        Array.Fill(success, 1 - service.BaseErrorRatio);
        foreach (var incident in incidents[service.Id])
        {
            for (var hour = incident.FirstHour; hour < Math.Min(timeline.Hours, incident.FirstHour + incident.Hours); hour++)
            {
                success[hour] *= 1 - incident.ErrorRatio;
            }
        }

        return [.. success.Select(s => 1 - s)];
    }

    private IReadOnlyList<Incident> Resolve(ServiceDefinition service, Dictionary<string, ServiceDefinition> services)
    {
        if (incidents.TryGetValue(service.Id, out var known))
        {
            return known;
        }

        var inherited = hardCalls[service.Id]
            .SelectMany(call => Resolve(services[call.Target], services))
            .Select(i => i with { ErrorRatio = Math.Round(i.ErrorRatio * PassedOn, 6) })
            .Where(i => i.ErrorRatio >= Negligible)
            .GroupBy(i => (i.Cause, i.FirstHour))
            .Select(paths => paths.MaxBy(i => i.ErrorRatio)!);
        return incidents[service.Id] = [.. Own(service).Concat(inherited).OrderBy(i => i.FirstHour).ThenBy(i => i.Cause, StringComparer.Ordinal)];
    }

    private IEnumerable<Incident> Own(ServiceDefinition service)
    {
        switch (service.Case)
        {
            case SpecialCase.TotalOutage:
                return [new(service.Id, timeline.HourAt(0.4), 6, 1)];
            case SpecialCase.SharedOutage:
                return [new(service.Id, timeline.HourAt(0.6), 2, 0.6)];
            case SpecialCase.ZeroTraffic or SpecialCase.ZeroError or SpecialCase.LowTraffic:
            case SpecialCase.LateBorn5xx or SpecialCase.CounterReset:
                return [];
        }

        var random = SplitMix64.For(seed, "incidents/" + service.Id);
        var count = Draws.Poisson(ref random, IncidentsPerThirtyDays * timeline.Hours / 720);
        var own = new List<Incident>();
        for (var i = 0; i < count; i++)
        {
            var hour = random.Below(timeline.Hours);
            var ratio = Math.Round(0.001 * Math.Pow(100, random.NextDouble()), 6);
            own.Add(new(service.Id, hour, 1 + random.Below(4), ratio));
        }

        return own.DistinctBy(i => i.FirstHour);
    }
}
