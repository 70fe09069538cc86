using SloFunctions.TelemetryGenerator.Model;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Lets the requests of a service happen, then arranges what its special case asks for.</summary>
public sealed class ServiceSimulator(Timeline timeline, IncidentPlan incidents, ulong seed, bool withLatency)
{
    private const int GapHours = 6;

    /// <summary>Deterministic in the seed and the service's name, whatever else is simulated before or beside it.</summary>
    public ServiceHistory Run(ServiceDefinition service)
    {
        var history = new ServiceHistory(service);
        var random = SplitMix64.For(seed, "traffic/" + service.Id);
        var load = new LoadShape(service, timeline, seed);
        var latencies = new LatencyPlan(service, timeline, seed);
        var errorRatios = incidents.ErrorRatios(service);

        foreach (var life in PodLives(service.Case))
        {
            var pod = new PodHistory(PodName.Draw(ref random, service.Id), life, timeline.Steps, withLatency);
            history.Pods.Add(pod);
            var failures = Happen(ref random, pod, load, latencies, errorRatios, share: 1.0 / PodsAtOnce(service.Case));
            SplitByStatus(ref random, history, pod, failures);
        }

        if (service.Case == SpecialCase.TelemetryGap)
        {
            LoseTelemetry(history);
        }

        HistoryNotes.Describe(history, timeline, incidents, load, latencies);
        return history;
    }

    private static int PodsAtOnce(SpecialCase value) =>
        value switch { SpecialCase.MultiPod => 3, SpecialCase.DuplicatedPod => 2, _ => 1 };

    private IEnumerable<SampleRange> PodLives(SpecialCase value)
    {
        var whole = new SampleRange(0, timeline.Steps);
        if (value != SpecialCase.MultiPod)
        {
            return Enumerable.Repeat(whole, PodsAtOnce(value));
        }

        // The new pod shows 0 in the very sample that is the old pod's last: no request is hidden from a reader of whole hours.
        var replacement = timeline.SampleAtStartOf(timeline.HourAt(0.5));
        return [whole, whole, new(0, replacement), new(replacement, timeline.Steps)];
    }

    private int[] Happen(ref SplitMix64 random, PodHistory pod, LoadShape load, LatencyPlan latencies, double[] errorRatios, double share)
    {
        var failures = new int[timeline.Steps + 1];
        for (var step = pod.Life.First + 1; step <= pod.Life.Last; step++)
        {
            var hour = timeline.HourOf(step);
            var requests = Draws.Poisson(ref random, load.Requests(step) * share);
            pod.Requests[step] = requests;
            failures[step] = Draws.Binomial(ref random, requests, errorRatios[hour]);
            if (withLatency)
            {
                pod.LatencyMilliseconds[step] = latencies.At(hour).Split(ref random, requests, pod.Buckets, step);
                pod.ThrottledMilliseconds[step] = (int)(1000 * timeline.StepSeconds * latencies.ThrottledShare * random.NextDouble());
            }
        }

        return failures;
    }

    private void SplitByStatus(ref SplitMix64 random, ServiceHistory history, PodHistory pod, int[] failures)
    {
        var service = history.Service;
        var internalErrors = new StatusCounter("500", failures);
        var unavailable = new StatusCounter("503", new int[timeline.Steps + 1]);
        var notFound = new StatusCounter("404", new int[timeline.Steps + 1]);
        var bad = service.Case == SpecialCase.ZeroError ? [] : new List<StatusCounter> { internalErrors };

        switch (service.Case)
        {
            case SpecialCase.LateBorn5xx:
                bad.Add(unavailable);
                LateBirths.Arrange(ref random, history, timeline, internalErrors, unavailable);
                break;
            case SpecialCase.CounterReset:
                Deploys.Arrange(history, pod, timeline, internalErrors);
                break;
            case SpecialCase.Ordinary when service is { HasRareStatuses: true, Tier: 1 }:
                bad.Add(unavailable);
                Move(ref random, internalErrors.Increments, unavailable.Increments, share: 0.4);
                break;
        }

        var success = new StatusCounter("200", (int[])pod.Requests.Clone());
        foreach (var counter in bad)
        {
            for (var step = 1; step <= timeline.Steps; step++)
            {
                success.Increments[step] -= counter.Increments[step];
            }
        }

        pod.Statuses.Add(success);
        if (service is { HasRareStatuses: true, Case: SpecialCase.Ordinary or SpecialCase.MultiPod, Tier: <= 2 })
        {
            Move(ref random, success.Increments, notFound.Increments, share: 0.015);
            pod.Statuses.Add(notFound);
        }

        pod.Statuses.AddRange(bad);
    }

    private static void Move(ref SplitMix64 random, int[] from, int[] to, double share)
    {
        for (var step = 1; step < from.Length; step++)
        {
            to[step] = Draws.Binomial(ref random, from[step], share);
            from[step] -= to[step];
        }
    }

    private void LoseTelemetry(ServiceHistory history)
    {
        var hour = timeline.HourAt(0.3);
        history.Gap = new(timeline.SampleAtStartOf(hour) + 1, timeline.SampleAtStartOf(hour + GapHours) - 1);
        history.MissingHours.UnionWith(Enumerable.Range(hour, GapHours));
        history.Notes["gap_last_sample_before"] = timeline.InstantOf(history.Gap.Value.First - 1);
        history.Notes["gap_first_sample_after"] = timeline.InstantOf(history.Gap.Value.Last + 1);
    }
}
