using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tests.Postgres;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Telemetry;

/// <summary>The generated month of the web shop in a Prometheus, read once into a database.</summary>
public sealed class GeneratedMonth(PostgresFixture postgres) : IAsyncLifetime
{
    private PrometheusServer? prometheus;

    public TelemetryDataset Dataset { get; private set; } = null!;

    public MigratedDatabase Database { get; } = new(postgres);

    internal IReadOnlyList<Truth> Truths { get; private set; } = [];

    internal Aggregation Aggregation { get; private set; } = null!;

    public PrometheusOptions Options { get; } = new();

    public DateTimeOffset Start => Truths[0].Start;

    public DateTimeOffset End => Start.AddHours(Truths[0].Lines.Count);

    public async Task InitializeAsync()
    {
        if (TelemetryDataset.Find() is not { } dataset)
            return;

        Dataset = dataset;
        Truths = Truth.Read(dataset.TruthFile);
        prometheus = await PrometheusServer.StartAsync(dataset.PrometheusFolder);
        Options.Url = prometheus.BaseUrl.ToString();
        await Database.InitializeAsync();
        Aggregation = new Aggregation(Database, Options);
        await Aggregation.RegisterAsync(dataset.GraphFile);
        await Aggregation.RunAsync(End.AddMinutes(5), historyDays: 30);
    }

    public async Task DisposeAsync()
    {
        Aggregation?.Dispose();
        await Database.DisposeAsync();
        if (prometheus is not null)
            await prometheus.DisposeAsync();
    }
}
