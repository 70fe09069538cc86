using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SloFunctions.Functions.Middleware;

namespace SloFunctions.Functions.Observability;

/// <summary>Registers how the app tells of itself.</summary>
internal static class ObservabilityRegistration
{
    /// <summary>Adds metrics, spans and logs. Nothing leaves the machine unless a setting names where to.</summary>
    public static FunctionsApplicationBuilder AddObservability(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RequestInstruments>().AddSingleton<FunctionInstruments>().AddSingleton<ProcessMetrics>();
        // From the start, so that nothing that is measured is missed.
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ProcessMetrics>());
        builder.Services.AddTelemetryExport(builder.Configuration);
        builder.Logging.AddConsoleFormatter<JsonLogFormatter, ConsoleFormatterOptions>();
        // After all others, so that a host's own choice for its console does not stand.
        if (LogFormat.IsJson(builder.Configuration, builder.Environment))
            builder.Services.PostConfigure<ConsoleLoggerOptions>(console => console.FormatterName = JsonLogFormatter.FormatterName);
        return builder;
    }
}
