using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Faults;

public sealed class ProviderUnderLoadTests(GuardedApp app) : IClassFixture<GuardedApp>
{
    private const int Clients = 20;

    [OwnHostFact]
    public async Task People_go_on_with_the_tokens_they_have_when_the_provider_is_gone()
    {
        string known = await app.Provider.TokenAsync("viewer");
        string unseen = await app.Provider.TokenAsync("owner");
        var load = ClientLoad.Start(Clients, [.. ClientLoad.Mixture(app.Api, GuardedApp.Service), ("person", () => AskAsync(app.Api, known, "/api/v1/health/ready"))]);
        await load.AnsweredAsync(200, a => a.Status == HttpStatusCode.OK);
        (await AskAsync(app.Api, known)).ShouldBe(HttpStatusCode.OK);

        await app.Provider.StopAsync();
        try
        {
            (await app.WhenAsync("identity_provider", "down")).ShouldBe(HttpStatusCode.OK).GetProperty("status").GetString().ShouldBe("degraded");
            await load.AnsweredAsync(500, a => a.Status == HttpStatusCode.OK);
            (await AskAsync(app.Api, known)).ShouldBe(HttpStatusCode.OK);
            (await AskAsync(app.Api, unseen)).Status.ShouldBe(HttpStatusCode.OK, "The keys are known, so that a token need not have been seen.");
            (await AskAsync(app.Api, unseen[..^8] + "AAAAAAAA")).ShouldBeProblem(HttpStatusCode.Unauthorized);
        }
        finally
        {
            await app.Provider.RestartAsync();
        }

        await app.WhenAsync("identity_provider", "up");
        (await AskAsync(app.Api, await app.Provider.TokenAsync("viewer"))).ShouldBe(HttpStatusCode.OK);
        ClientLoad.ShouldAllBeInGoodOrder(await load.StopAsync());
        app.Running.Process.HasExited.ShouldBeFalse();
    }

    [OwnHostFact]
    public async Task An_instance_that_never_met_its_provider_says_so_and_serves_programs()
    {
        string token = await app.Provider.TokenAsync("viewer");
        await app.Provider.StopAsync();
        try
        {
            await using var process = await LocalHostProgram.StartAsync(app.Running.Settings);
            using var api = new Api(process.BaseUrl, app.Api.Key);

            var refused = await AskAsync(api, token);

            refused.ShouldBeProblem(HttpStatusCode.ServiceUnavailable).GetProperty("type").GetString().ShouldBe("/errors/dependency-unavailable");
            refused.Headers.ContainsKey("Retry-After").ShouldBeTrue();
            (await api.GetAsync("/api/v1/services")).ShouldBe(HttpStatusCode.OK);

            await app.Provider.RestartAsync();
            await Eventually.GetAsync(() => AskAsync(api, token), answer => answer.Status == HttpStatusCode.OK, TimeSpan.FromMinutes(1));
        }
        finally
        {
            await app.Provider.RestartAsync();
        }
    }

    private static Task<Answer> AskAsync(Api api, string token, string path = "/api/v1/services") => api.SendAsItIsAsync(
        new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", token) } });
}
