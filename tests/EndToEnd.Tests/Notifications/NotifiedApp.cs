using System.Security.Cryptography;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Notifications;

/// <summary>The app with a receiver of webhooks beside it.</summary>
public sealed class NotifiedApp : IAsyncLifetime
{
    private RunningApp? running;
    private WebhookReceiver? receiver;

    public RunningApp Running => running!;

    public WebhookReceiver Receiver => receiver!;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        receiver = await WebhookReceiver.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["Notifications__AllowPrivateAddresses"] = "true",
            ["Notifications__SecretKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        };
        var prometheus = PrometheusServer.StartAsync(Directory.CreateTempSubdirectory("slofunctions-").FullName);
        running = await RunningApp.StartAsync(prometheus, settings);
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (receiver is not null) await receiver.DisposeAsync();
    }
}
