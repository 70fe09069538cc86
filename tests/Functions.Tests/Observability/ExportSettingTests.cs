using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SloFunctions.Functions;

namespace Functions.Tests.Observability;

public sealed class ExportSettingTests
{
    private const string None = "--OTEL_EXPORTER_OTLP_ENDPOINT=";

    [Fact]
    public void Nothing_is_collected_for_export_unless_a_setting_says_where_to()
    {
        using var app = FunctionApp.CreateBuilder([None, "--APPLICATIONINSIGHTS_CONNECTION_STRING="]).Build();

        app.Services.GetService<TracerProvider>().ShouldBeNull();
        app.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    [Fact]
    public void A_connection_string_chooses_Azure_Monitor()
    {
        using var app = FunctionApp.CreateBuilder([None, "--APPLICATIONINSIGHTS_CONNECTION_STRING=InstrumentationKey=00000000-0000-0000-0000-000000000000"]).Build();

        app.Services.GetService<TracerProvider>().ShouldNotBeNull();
        app.Services.GetService<MeterProvider>().ShouldNotBeNull();
    }

    [Fact]
    public void A_connection_string_that_is_none_is_refused()
    {
        using var app = FunctionApp.CreateBuilder([None, "--APPLICATIONINSIGHTS_CONNECTION_STRING=nonsense"]).Build();

        Should.Throw<InvalidOperationException>(() => app.Services.GetService<TracerProvider>()).Message.ShouldContain("APPLICATIONINSIGHTS_CONNECTION_STRING");
    }
}
