namespace TelemetryGenerator.Tests;

/// <summary>A test against a real Prometheus; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PrometheusFactAttribute : FactAttribute
{
    public PrometheusFactAttribute()
    {
        if (PrometheusServer.FindBinary() is null)
        {
            Skip = "No prometheus with promtool beside it: set SLO_PROMETHEUS_BIN, or unpack one below .cache/prometheus.";
        }
    }
}
