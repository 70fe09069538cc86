using System.Net;
using System.Net.Sockets;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class PrometheusUnderLoadTests(FaultyApp app)
{
    private const int Clients = 20;

    [OwnHostFact]
    public async Task A_metric_store_that_hangs_under_load_holds_up_nothing_that_can_do_without_it()
    {
        var load = ClientLoad.Start(Clients, ClientLoad.Mixture(app.Api, FaultyApp.Measured));
        await load.AnsweredAsync(200, a => a.Status == HttpStatusCode.OK);

        await app.Running.Prometheus.StopAsync();
        try
        {
            using var silent = new TcpListener(IPAddress.Loopback, app.Running.Prometheus.BaseUrl.Port);
            silent.Start();
            (await app.WhenAsync("degraded")).Status.ShouldBe(HttpStatusCode.OK);
            await load.AnsweredAsync(1000, a => a.Status == HttpStatusCode.OK);
        }
        finally
        {
            await app.Running.Prometheus.RestartAsync();
        }

        await app.WhenAsync("ready");
        var answers = await load.StopAsync();

        ClientLoad.ShouldAllBeInGoodOrder(answers);
        answers.Where(a => a.Request is "list" or "dependencies" or "ingestion" or "liveness")
            .ShouldAllBe(a => a.Answer.Status == HttpStatusCode.OK || a.Answer.Status == HttpStatusCode.Accepted);
        app.Running.Process.HasExited.ShouldBeFalse();
    }
}
