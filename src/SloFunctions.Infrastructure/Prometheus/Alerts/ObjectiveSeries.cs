using System.Globalization;
using System.Text.RegularExpressions;
using SloFunctions.Domain.Alerts;
using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>The series that a test gives an objective.</summary>
internal sealed class ObjectiveSeries(PrometheusOptions options)
{
    private static readonly string[] Statuses = ["200", "500", "503", "OK", "ERROR", "0", "14", "true", "false", "success", "failure", "error", "2xx", "5xx"];

    private readonly string? good = Find(options, failed: false);
    private readonly string? bad = Find(options, failed: true);

    /// <summary>Whether the objective can be given any: a pattern may match no status that we think of.</summary>
    public bool CanBeMade(AlertedObjective objective) => objective.ThresholdSeconds is not null || (good is not null && bad is not null);

    /// <summary>Writes the series of a timeline.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="timeline">Its requests.</param>
    /// <param name="written">The series that the test has: objectives of one service share that of all requests.</param>
    /// <param name="writer">Where to write.</param>
    public void Write(AlertedObjective objective, RequestTimeline timeline, HashSet<string> written, TestWriter writer)
    {
        var (first, second) = Names(objective);
        bool latency = objective.ThresholdSeconds is not null;
        if (written.Add(first)) writer.Series(first, latency ? timeline.Totals : timeline.Goods);
        if (written.Add(second)) writer.Series(second, latency ? timeline.Goods : timeline.Bads);
    }

    /// <summary>Writes series that only begin after some minutes.</summary>
    public void WriteLate(AlertedObjective objective, int minutes, HashSet<string> written, TestWriter writer)
    {
        var (first, second) = Names(objective);
        string values = string.Create(CultureInfo.InvariantCulture, $"_x{minutes} 0+10x5");
        if (written.Add(first)) writer.Series(first, values);
        if (written.Add(second)) writer.Series(second, values);
    }

    private (string First, string Second) Names(AlertedObjective objective)
    {
        string service = Is(options.ServiceLabel, objective.Service.Value);
        return objective.ThresholdSeconds is { } threshold
            ? (Select(options.LatencyMetric, service, Is("le", "+Inf")), Select(options.LatencyMetric, service, Is("le", ObjectiveRules.Number((decimal)threshold))))
            : (Select(options.RequestsMetric, service, Is(options.StatusLabel, good!)), Select(options.RequestsMetric, service, Is(options.StatusLabel, bad!)));
    }

    private static string? Find(PrometheusOptions options, bool failed)
    {
        var pattern = new Regex($@"\A(?:{options.FailurePattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        return Array.Find(Statuses, s => pattern.IsMatch(s) == failed);
    }
}
