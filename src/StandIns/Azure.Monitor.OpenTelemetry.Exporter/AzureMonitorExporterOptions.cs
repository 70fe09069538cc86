using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>How telemetry is sent.</summary>
public class AzureMonitorExporterOptions
{
    /// <summary>Gives tokens where the resource takes nothing else; null for none.</summary>
    public TokenCredential Credential { get; set; } = null!;
}
