using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>A Prometheus that holds the samples of one test class.</summary>
public abstract class BackfilledPrometheus : IAsyncLifetime
{
    private PrometheusServer? server;

    public PrometheusOptions Options { get; } = new();

    public PrometheusConnection Connection { get; private set; } = null!;

    public PrometheusClient Client { get; private set; } = null!;

    public PrometheusTelemetrySource Source { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var text = new MetricsText();
        Write(text);
        server = await PrometheusBlocks.ServeAsync(text.ToString());
        Options.Url = server.BaseUrl.ToString();
        Connection = new PrometheusConnection(Options);
        Client = new PrometheusClient(Connection, Options, TimeProvider.System);
        Source = new PrometheusTelemetrySource(Client, Options);
    }

    public async Task DisposeAsync()
    {
        Connection?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    /// <summary>The measured hours of one service in the first hours after the origin.</summary>
    public async Task<IReadOnlyList<HourlySli>> ReadAsync(string service, int hours = 4) =>
        [.. (await ReadAsync([ServiceId.Of(service)], hours)).Select(h => h.Sli).OrderBy(h => h.Hour)];

    /// <summary>The measured hours after the origin; of all services when none are named.</summary>
    public Task<IReadOnlyList<ServiceHour>> ReadAsync(IReadOnlyCollection<ServiceId>? only, int hours) =>
        Source.ReadHoursAsync(new TimeWindow(MetricsText.Origin, MetricsText.Origin.AddHours(hours)), only, CancellationToken.None);

    /// <summary>Puts in the samples.</summary>
    internal abstract void Write(MetricsText text);
}
