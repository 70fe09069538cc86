using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class PostgresUnderLoadTests(FaultyApp app)
{
    private const int Clients = 20;

    [OwnHostFact]
    public async Task A_database_restarted_under_load_costs_no_answer_that_is_not_documented_and_is_found_again()
    {
        var load = ClientLoad.Start(Clients, ClientLoad.Mixture(app.Api, FaultyApp.Measured));
        await load.AnsweredAsync(200, a => a.Status == HttpStatusCode.OK);

        await app.Running.Postgres.StopAsync();
        try
        {
            await load.AnsweredAsync(1000, a => a.Status == HttpStatusCode.ServiceUnavailable);
            (await app.WhenAsync("unavailable")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
        finally
        {
            await app.Running.Postgres.RestartAsync();
        }

        await app.WhenAsync("ready");
        await load.AnsweredAsync(200, a => a.Status == HttpStatusCode.OK && a.Text.Contains("service_id", StringComparison.Ordinal));
        var answers = await load.StopAsync();

        ClientLoad.ShouldAllBeInGoodOrder(answers);
        answers.Where(a => a.Request == "liveness").ShouldAllBe(a => a.Answer.Status == HttpStatusCode.OK);
        app.Running.Process.HasExited.ShouldBeFalse();
        await EverythingWorksAgainAsync();
    }

    // What is left over from the fault may still be refused once; afterwards nothing is.
    private async Task EverythingWorksAgainAsync()
    {
        foreach (var (name, ask) in ClientLoad.Mixture(app.Api, FaultyApp.Measured))
            (await Eventually.GetAsync(ask, a => a.Status != HttpStatusCode.ServiceUnavailable)).Status.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Accepted], name);
    }
}
