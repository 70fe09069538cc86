using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Observability;

/// <summary>Sends metrics, spans and logs to where settings say.</summary>
internal static class TelemetryExport
{
    private const string Service = "slo-functions";

    // Npgsql's own spans and instruments; statements carry no values of parameters.
    private const string Npgsql = "Npgsql";

    // Each service has a series for every SLI and tier, and one for every action.
    private const int MostSeries = (ServiceLabels.MostServices + 1) * 8;

    /// <summary>Adds the export to Azure Monitor, to an OpenTelemetry collector, to both, or none: nothing is collected then.</summary>
    public static void AddTelemetryExport(this IServiceCollection services, IConfiguration settings)
    {
        bool toAzure = settings["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 };
        bool toCollector = settings["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        if (!toAzure && !toCollector) return;

        IOpenTelemetryBuilder telemetry = services.AddOpenTelemetry();
        telemetry.UseFunctionsWorkerDefaults()
            .ConfigureResource(resource => Describe(resource, settings))
            .WithTracing(traces => traces.AddSource(Tracing.SourceName, Npgsql))
            .WithMetrics(metrics => metrics
                .AddMeter(TelemetryInstruments.MeterName, Npgsql)
                .AddView(RecommendationInstruments.Generated, new MetricStreamConfiguration { CardinalityLimit = MostSeries })
                .AddView(LifecycleInstruments.Decided, new MetricStreamConfiguration { CardinalityLimit = MostSeries }))
            .WithLogging(logs => logs.AddProcessor(new RedactingLogProcessor()), options =>
            {
                options.IncludeScopes = true;
                options.IncludeFormattedMessage = true;
            });
        if (toCollector) telemetry.UseOtlpExporter();
        if (toAzure) telemetry.UseAzureMonitorExporter(azure =>
        {
            // Alerts look for single entries, whatever becomes of the traces they belong to.
            azure.EnableTraceBasedLogsSampler = false;
            if (IsByIdentity(settings)) azure.Credential = new DefaultAzureCredential();
        });
    }

    // The host's own setting for the same purpose, such as ClientId=…;Authorization=AAD.
    private static bool IsByIdentity(IConfiguration settings) =>
        settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]?.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase) == true;

    private static void Describe(ResourceBuilder resource, IConfiguration settings)
    {
        if (settings["OTEL_SERVICE_NAME"] is not { Length: > 0 }) resource.AddService(Service, autoGenerateServiceInstanceId: false);
        resource.AddAttributes([new("service.instance.id", InstanceName.Value)]);
    }
}
