using System.Net;
using System.Net.Sockets;
using SloFunctions.Application.Health;
using SloFunctions.Infrastructure.Credentials;
using SloFunctions.Infrastructure.Tempo;

namespace SloFunctions.Infrastructure.Tests.Tempo;

public sealed class TempoHealthTests
{
    [Fact]
    public async Task A_store_that_answers_is_up()
    {
        await using var stub = await StubTempo.StartAsync();

        var health = await CheckAsync(stub.Options);

        (health.Name, health.Status, health.Required, health.Detail).ShouldBe(("tempo", "up", false, null));
    }

    [Fact]
    public async Task A_store_that_is_gone_or_silent_is_down_and_said_why()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        int port = ((IPEndPoint)silent.LocalEndpoint).Port;

        (await CheckAsync(new TempoOptions { Url = $"http://127.0.0.1:{port}" })).Detail.ShouldBe("No answer within 2 s.");
        silent.Stop();
        (await CheckAsync(new TempoOptions { Url = $"http://127.0.0.1:{port}" })).Detail.ShouldBe("No connection.");
    }

    private static async Task<DependencyHealth> CheckAsync(TempoOptions options)
    {
        using var connection = new TempoConnection(options, TelemetryCredentials.Of(options, () => throw new NotSupportedException()));
        return await new TempoHealth(connection, TimeProvider.System).CheckAsync(CancellationToken.None);
    }
}
