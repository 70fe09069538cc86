using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Sends telemetry to Azure Monitor.</summary>
public static class OpenTelemetryBuilderExtensions
{
    private const string Setting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Switches traces, metrics and logs on. Here they go nowhere; only that there is a connection string is looked at.</summary>
    /// <param name="builder">What is told.</param>
    /// <param name="configureAzureMonitor">Sets the options; it is called, so that what it does wrong is seen here too.</param>
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(this IOpenTelemetryBuilder builder, Action<AzureMonitorExporterOptions> configureAzureMonitor)
    {
        configureAzureMonitor(new AzureMonitorExporterOptions());
        return builder.WithTracing(tracing => tracing.AddProcessor(CheckConnectionString)).WithMetrics().WithLogging();
    }

    private static SuppressingProcessor CheckConnectionString(IServiceProvider services)
    {
        string? text = services.GetService<IConfiguration>()?[Setting] ?? Environment.GetEnvironmentVariable(Setting);
        return text?.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) == true
            ? new SuppressingProcessor()
            : throw new InvalidOperationException($"{Setting} holds no instrumentation key.");
    }
}
