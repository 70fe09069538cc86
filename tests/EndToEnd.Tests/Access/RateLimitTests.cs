using System.Globalization;
using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Access;

public sealed class RateLimitTests(AccessApp app) : IClassFixture<AccessApp>
{
    [OwnHostFact]
    public async Task Requests_beyond_the_limit_are_told_when_to_come_back_and_others_are_not_held_up()
    {
        string key = await app.Running.Database.IssueKeyAsync("--name", "hasty", "--role", "viewer");
        for (int i = 0; i < 10; i++)
        {
            var answer = await GetAsync(Api.BreachRate, key);
            (answer.Status, answer.Headers["X-RateLimit-Limit"]).ShouldBe((HttpStatusCode.OK, "10"));
            Number(answer, "X-RateLimit-Remaining").ShouldBeInRange(9 - i, 10);
            Number(answer, "X-RateLimit-Reset").ShouldBeInRange(1, 60);
        }

        // Ten a minute come back one by one, while this test goes on.
        var refused = await Eventually.GetAsync(() => GetAsync(Api.BreachRate, key), answer => answer.Status == HttpStatusCode.TooManyRequests);
        refused.ShouldBeProblem(HttpStatusCode.TooManyRequests).GetProperty("type").GetString().ShouldBe("/errors/rate-limit-exceeded");
        Number(refused, "Retry-After").ShouldBeInRange(1, 6);
        (Number(refused, "X-RateLimit-Remaining"), refused.Headers["X-RateLimit-Limit"]).ShouldBe((0, "10"));

        (await GetAsync(Api.Shadow, key)).Status.ShouldBe(HttpStatusCode.OK, "Each operation is counted apart.");
        (await GetAsync(Api.BreachRate, app.Viewer)).Status.ShouldBe(HttpStatusCode.OK, "Each client is counted apart.");
    }

    [OwnHostFact]
    public async Task A_key_may_have_limits_of_its_own()
    {
        string key = await app.Running.Database.IssueKeyAsync("--name", "load", "--role", "viewer", "--limit", "GetBreachRateReport=2", "--limit", "*=500");

        (await GetAsync(Api.BreachRate, key)).Headers["X-RateLimit-Limit"].ShouldBe("2");
        (await GetAsync("/api/v1/services", key)).Headers["X-RateLimit-Limit"].ShouldBe("500");
    }

    [OwnHostFact]
    public async Task Guessing_keys_is_soon_refused_before_anything_is_computed()
    {
        var settings = new Dictionary<string, string>(app.Running.Settings) { ["Access__FailuresPerMinute"] = "5" };
        await using var process = await LocalHostProgram.StartAsync(settings);
        using var api = new Api(process.BaseUrl, app.Admin);
        (await api.GetAsync("/api/v1/services")).ShouldBe(HttpStatusCode.OK);

        var refused = await Eventually.GetAsync(
            () => SendAsync(api, "/api/v1/services", app.Viewer[..^1] + (app.Viewer[^1] == 'A' ? 'E' : 'A')), answer => answer.Status == HttpStatusCode.Unauthorized);
        refused.ShouldBeProblem(HttpStatusCode.Unauthorized);
        for (int i = 0; i < 20; i++) refused = await SendAsync(api, "/api/v1/services", string.Create(CultureInfo.InvariantCulture, $"slo_zzzzzzzzzzzz_{i:D42}A"));

        refused.ShouldBeProblem(HttpStatusCode.TooManyRequests).GetProperty("type").GetString().ShouldBe("/errors/too-many-wrong-keys");
        (await api.GetAsync("/api/v1/services")).ShouldBe(HttpStatusCode.OK);
    }

    private static int Number(Answer answer, string header) => int.Parse(answer.Headers[header], CultureInfo.InvariantCulture);

    private static Task<Answer> SendAsync(Api api, string path, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(Api.KeyHeader, key);
        return api.SendAsItIsAsync(request);
    }

    private Task<Answer> GetAsync(string path, string key) => SendAsync(app.Api, path, key);
}
