using System.Text.Json.Nodes;
using SloFunctions.TelemetryGenerator.Model;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Writes down the parameters a history was made from.</summary>
internal static class HistoryNotes
{
    public static void Describe(ServiceHistory history, Timeline timeline, IncidentPlan incidents, LoadShape load, LatencyPlan latencies)
    {
        var service = history.Service;
        var notes = history.Notes;
        notes["rps"] = service.RequestsPerSecond;
        notes["base_error"] = service.BaseErrorRatio;
        notes["weekend_factor"] = load.WeekendFactor;
        notes["lognormal_mu"] = latencies.Mu;
        notes["lognormal_sigma"] = latencies.Sigma;
        notes["pods"] = new JsonArray([.. history.Pods.Select(p => JsonValue.Create(p.Name))]);
        notes["incidents"] = new JsonArray([.. incidents.Of(service.Id).Select(i => new JsonObject
        {
            ["cause"] = i.Cause,
            ["from"] = At(timeline, i.FirstHour),
            ["to"] = At(timeline, Math.Min(timeline.Hours, i.FirstHour + i.Hours)),
            ["error_ratio"] = i.ErrorRatio,
        })]);

        switch (service.Case)
        {
            case SpecialCase.LatencyStep:
                notes["latency_factor"] = 1.2;
                notes["latency_changes_at"] = At(timeline, latencies.StepHour!.Value);
                break;
            case SpecialCase.LatencyRamp:
                notes["latency_factor_at_end"] = 1.4;
                break;
            case SpecialCase.MultiPod:
                notes["pod_replaced_at"] = timeline.InstantOf(history.Pods[2].Life.Last);
                break;
            case SpecialCase.SharedOutage:
                notes["affected_callers"] = new JsonArray([.. incidents.ReachedFrom(service.Id).Select(id => JsonValue.Create(id))]);
                break;
        }
    }

    private static DateTimeOffset At(Timeline timeline, int hour) => timeline.InstantOf(timeline.SampleAtStartOf(hour));
}
