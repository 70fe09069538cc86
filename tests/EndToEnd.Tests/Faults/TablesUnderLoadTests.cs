using System.Globalization;
using System.Net;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Observability;

namespace EndToEnd.Tests.Faults;

public sealed class TablesUnderLoadTests(GuardedApp app) : IClassFixture<GuardedApp>
{
    private const int Clients = 20;

    [OwnHostFact]
    public async Task Without_the_table_each_instance_counts_by_itself_and_nobody_is_refused_for_it()
    {
        var load = ClientLoad.Start(Clients, ClientLoad.Mixture(app.Api, GuardedApp.Service));
        await load.AnsweredAsync(200, a => a.Status == HttpStatusCode.OK);
        string hasty = await app.Running.Database.IssueKeyAsync("--name", "hasty", "--role", "viewer", "--limit", "*=6");

        await app.Azurite.StopAsync();
        try
        {
            (await app.WhenAsync("tables", "down")).ShouldBe(HttpStatusCode.OK).GetProperty("status").GetString().ShouldBe("degraded");
            await load.AnsweredAsync(500, a => a.Status == HttpStatusCode.OK);
            await Eventually.GetAsync(() => AskAsync(app.Api, hasty), answer => answer.Status == HttpStatusCode.TooManyRequests);
            var metrics = await app.Api.GetAsync("/metrics");
            MetricsText.Samples(metrics.Text, "slo_engine_rate_limit_fallbacks_total").Sum(s => s.Value).ShouldBeGreaterThan(0);
        }
        finally
        {
            await app.Azurite.RestartAsync();
        }

        await app.WhenAsync("tables", "up");
        await load.AnsweredAsync(200, a => a.Status == HttpStatusCode.OK);
        ClientLoad.ShouldAllBeInGoodOrder(await load.StopAsync());
        app.Running.Process.HasExited.ShouldBeFalse();
    }

    [OwnHostFact]
    public async Task Two_instances_together_allow_the_limit_and_one_lease_at_most()
    {
        const int Limit = 60, Lease = 6;
        string key = await app.Running.Database.IssueKeyAsync("--name", "shared", "--role", "viewer", "--limit", string.Create(CultureInfo.InvariantCulture, $"*={Limit}"));
        await using var process = await LocalHostProgram.StartAsync(app.Running.Settings);
        using var other = new Api(process.BaseUrl, key);
        Api[] both = [app.Api, other];
        // Both know the key before it counts.
        foreach (var api in both) (await AskAsync(api, key, "/api/v1/graph/divergence")).ShouldBe(HttpStatusCode.OK);

        long start = TimeProvider.System.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => AskAsync(both[i % 2], key)));
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;

        int allowed = answers.Count(a => a.Status == HttpStatusCode.OK);
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK || a.Status == HttpStatusCode.TooManyRequests);
        allowed.ShouldBeGreaterThanOrEqualTo(Limit - (2 * Lease), "What one instance leased the other does not have.");
        allowed.ShouldBeLessThanOrEqualTo(Limit + Lease + (int)Math.Ceiling(seconds * Limit / 60));
    }

    private static Task<Answer> AskAsync(Api api, string key, string path = "/api/v1/services")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(Api.KeyHeader, key);
        return api.SendAsItIsAsync(request);
    }
}
