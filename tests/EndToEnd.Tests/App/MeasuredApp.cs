using System.Net;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.App;

/// <summary>The app with a month of generated telemetry: its graph is ingested and its history aggregated.</summary>
public sealed class MeasuredApp : IAsyncLifetime
{
    private static readonly TelemetryDataset? Dataset = TelemetryDataset.Find();

    private RunningApp? own;

    /// <summary>Why tests that need telemetry are skipped here; null when they run.</summary>
    public static string? SkipReason => Dataset is null ? "There is no telemetry dataset on this machine; ./slo test makes one." : null;

    public Api Api { get; private set; } = null!;

    /// <summary>What the generator put into the telemetry.</summary>
    public Truth Truth { get; private set; } = null!;

    /// <summary>The database; null when the app is a given host.</summary>
    public AppDatabase? Database => own?.Database;

    /// <summary>The receipt of the graph.</summary>
    public Answer Receipt { get; private set; } = null!;

    /// <summary>Whether the hours were aggregated, as readiness tells it.</summary>
    public Answer Readiness { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Dataset is null) return;
        Truth = Truth.Read(Dataset.TruthFile);
        if (GivenHost.BaseUrl is not { } url) own = await RunningApp.StartAsync(Dataset);
        else Api = new Api(url, GivenHost.Key);
        Api ??= own!.Api;

        Receipt = await Api.IngestAsync(await File.ReadAllTextAsync(Dataset.GraphFile));
        Readiness = await Api.AggregateAsync();
    }

    public async Task DisposeAsync()
    {
        if (own is null) Api?.Dispose();
        else await own.DisposeAsync();
    }
}
