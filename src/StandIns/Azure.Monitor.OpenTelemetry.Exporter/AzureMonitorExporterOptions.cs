using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>How telemetry is sent.</summary>
public class AzureMonitorExporterOptions
{
    /// <summary>Gives tokens where the resource takes nothing else; null for none.</summary>
    public TokenCredential Credential { get; set; } = null!;

    /// <summary>Whether the log entries of a trace that is not sampled are left out too.</summary>
    public bool EnableTraceBasedLogsSampler { get; set; } = true;
}
