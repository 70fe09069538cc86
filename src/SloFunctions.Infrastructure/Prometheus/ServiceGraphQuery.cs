using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The grouped query for the calls between all services.</summary>
public static class ServiceGraphQuery
{
    /// <summary>
    /// Calls of the look-back that ends at the evaluation time, for each client, server and type of connection that had
    /// any. Where nothing but the first value of a series is known, it stands for one call.
    /// </summary>
    public static string Calls(PrometheusOptions options)
    {
        var increase = new CounterIncrease(
            options.ServiceGraphLookBack, PrometheusOptions.Names(options.ReplicaLabels), PrometheusOptions.Names(options.InstanceLabels));
        string counter = Select(options.ServiceGraphMetric);
        string[] by = [options.ServiceGraphClientLabel, options.ServiceGraphServerLabel, options.ServiceGraphConnectionLabel];
        return $"({increase.Of(counter, by)} > 0) or {increase.Began(counter, by)}";
    }
}
