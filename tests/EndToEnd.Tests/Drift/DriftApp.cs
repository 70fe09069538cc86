using System.Security.Cryptography;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Drift;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Drift;

/// <summary>The app on a Prometheus with days of minutes up to the present, in which one service has just become slower, and a receiver of webhooks.</summary>
public sealed class DriftApp : IAsyncLifetime
{
    private RunningApp? running;
    private WebhookReceiver? receiver;

    /// <summary>The app.</summary>
    public RunningApp Running => running!;

    /// <summary>Where webhooks arrive.</summary>
    public WebhookReceiver Receiver => receiver!;

    /// <summary>When the service became slower by a fifth: so that the tests come to look at it well within half an hour.</summary>
    public DateTimeOffset Step { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        receiver = await WebhookReceiver.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        Step = minute.AddMinutes(-21);
        // Time goes on while the test runs.
        MinuteService[] services = [new("drift-slower", StepAt: Step), new("drift-poisoned", StepAt: Step), new("drift-steady")];
        string history = MinuteHistory.Of(minute.AddDays(-3), minute.AddMinutes(30), services);
        var settings = new Dictionary<string, string>
        {
            ["Notifications__AllowPrivateAddresses"] = "true",
            ["Notifications__SecretKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            // The history tells of times to come.
            ["Drift__SettleTime"] = "00:00:00",
        };
        running = await RunningApp.StartAsync(PrometheusBlocks.ServeAsync(history), settings);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (receiver is not null) await receiver.DisposeAsync();
    }
}
