using System.Globalization;
using SloFunctions.Domain.Alerts;
using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>The PromQL that counts the requests of an objective, good and bad, whatever is missing.</summary>
internal sealed class ObjectiveQueries
{
    private readonly string replicas;
    private readonly string instances;
    private readonly string? within;
    private readonly string? failed;

    public ObjectiveQueries(PrometheusOptions options, AlertedObjective objective)
    {
        string service = Is(options.ServiceLabel, objective.Service.Value);
        string[] replicaLabels = PrometheusOptions.Names(options.ReplicaLabels);
        replicas = replicaLabels.Length == 0 ? "" : $"max without {Labels(replicaLabels)} ";
        instances = Labels([options.ServiceLabel, .. PrometheusOptions.Names(options.InstanceLabels)]);
        if (objective.ThresholdSeconds is { } threshold)
        {
            Requests = Select(options.LatencyMetric, service, Is("le", "+Inf"));
            within = Select(options.LatencyMetric, service, IsBound("le", threshold));
        }
        else
        {
            Requests = Select(options.RequestsMetric, service);
            failed = Select(options.RequestsMetric, service, Matches(options.StatusLabel, options.FailurePattern));
        }
    }

    /// <summary>The counter of all requests.</summary>
    public string Requests { get; }

    /// <summary>The share of bad requests in a window, of counts; nothing without requests, 0 when none ever failed.</summary>
    public string ErrorRatio(string window) => $"{Bad(window)}\n/\n({Total(window)} > 0)";

    /// <summary>How many requests there were in the window.</summary>
    public string Total(string window) => Increase(Requests, window);

    /// <summary>How many of them were bad.</summary>
    public string Bad(string window) => failed is not null
        ? $"({Increase(failed, window)} or 0 * {Total(window)})"
        : $"clamp_min({Total(window)} - {Increase(within!, window)}, 0)";

    /// <summary>The requests of a window, with those that are the first of their kind on an instance.</summary>
    public string CountedTotal(string window) => Counted(Requests, window, "vector(0)");

    /// <summary>The bad ones of them; <paramref name="total"/> is <see cref="CountedTotal"/> as it was recorded, without labels.</summary>
    public string CountedBad(string window, string total) => failed is not null
        ? Counted(failed, window, $"0 * {total}")
        : $"clamp_min(\n{total}\n-\n({Counted(within!, window, "vector(0)")}), 0)";

    /// <summary>1 while the series that the objective needs do not exist.</summary>
    public string Absent() => $"absent({within ?? Requests})";

    /// <summary>Requests in a second, on average over the window.</summary>
    public string RequestRate(string window) => string.Create(CultureInfo.InvariantCulture, $"{Total(window)} / {Seconds(window)}");

    /// <summary>Bad requests in a second, on average over the window.</summary>
    public string BadRate(string window) => string.Create(CultureInfo.InvariantCulture, $"{Bad(window)} / {Seconds(window)}");

    private static int Seconds(string window) => int.Parse(window.AsSpan(0, window.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture) * 60;

    private string Increase(string counter, string window) => Sum($"increase({counter}[{window}])");

    // increase() hides the first value of a series. On an instance that was there before it is a count from zero; of an instance
    // that appears nothing is known before its first sample.
    private string Counted(string counter, string window, string none)
    {
        string seen = counter == Requests ? Increase(counter, window) : $"({Increase(counter, window)} or {none})";
        string born = Sum($"(min_over_time({counter}[{window}]) unless {counter} offset {window}) and on {instances} {Requests} offset {window}");
        return $"{seen}\n+\n({born} or {none})";
    }

    private string Sum(string each) => replicas.Length == 0 ? $"sum({each})" : $"sum({replicas}({each}))";
}
