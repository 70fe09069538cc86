using System.Net;
using System.Text;

namespace EndToEnd.Tests.App;

/// <summary>The app's API as a client sees it.</summary>
public sealed class Api(Uri baseUrl, string key) : IDisposable
{
    /// <summary>Where a part of the graph goes.</summary>
    public const string Graph = "/api/v1/services/dependencies";

    /// <summary>Where the impact of a change is asked for.</summary>
    public const string Impact = "/api/v1/slos/impact-analysis";

    /// <summary>Where what-if questions are asked.</summary>
    public const string WhatIf = "/api/v1/slos/what-if";

    /// <summary>Where the cheapest way to a target is asked for.</summary>
    public const string Feasibility = "/api/v1/slos/feasibility";

    /// <summary>Where breach rates are reported.</summary>
    public const string BreachRate = "/api/v1/reports/breach-rate";

    /// <summary>Where targets that people chose are compared with recommended ones.</summary>
    public const string Shadow = "/api/v1/reports/shadow";

    /// <summary>The header of API keys.</summary>
    public const string KeyHeader = "X-API-Key";

    private readonly HttpClient client = new() { BaseAddress = baseUrl, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Where the app is.</summary>
    public Uri BaseUrl => baseUrl;

    /// <summary>The key that requests carry.</summary>
    public string Key => key;

    /// <summary>The path of a service's recommendations.</summary>
    public static string Recommendations(string service, string query = "") =>
        $"/api/v1/services/{Uri.EscapeDataString(service)}/slo-recommendations{query}";

    /// <summary>The path of a service's surroundings.</summary>
    public static string Dependencies(string service, string query = "") =>
        $"/api/v1/services/{Uri.EscapeDataString(service)}/dependencies{query}";

    /// <summary>Gets a path.</summary>
    public async Task<Answer> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Gets a path unless it still has one of these entity tags.</summary>
    public Task<Answer> GetUnlessAsync(string path, string tags)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        return SendAsync(request);
    }

    /// <summary>Submits a part of the graph.</summary>
    public Task<Answer> IngestAsync(string json) => IngestAsync(new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>Submits a body as it is.</summary>
    public async Task<Answer> IngestAsync(HttpContent body) => await SendAsync(new HttpRequestMessage(HttpMethod.Post, Graph) { Content = body });

    /// <summary>Posts a body as it is.</summary>
    public async Task<Answer> PostAsync(string path, string json) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    /// <summary>Runs the aggregation by hand and waits until its end.</summary>
    /// <returns>The readiness that tells of it.</returns>
    public async Task<Answer> AggregateAsync()
    {
        await RunToEndAsync("AggregateSlis", "aggregation");
        return await GetAsync("/api/v1/health/ready");
    }

    /// <summary>Looks for drift by hand and waits until the end of the sweep.</summary>
    public Task DetectDriftAsync() => RunToEndAsync("DetectDrift", "drift-sweep");

    /// <summary>Fires a timer by hand; what it does may come later.</summary>
    public async Task FireAsync(string timer) =>
        (await SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{timer}") { Content = new StringContent("{}") })).Status.ShouldBe(HttpStatusCode.Accepted);

    /// <summary>How the last orchestration of an id stands; not found when there was none.</summary>
    public Task<Answer> OrchestrationAsync(string instanceId) => GetAsync($"/runtime/webhooks/durabletask/instances/{instanceId}");

    /// <summary>Waits until no orchestration of an id is at work.</summary>
    public Task<Answer> WhenAtRestAsync(string instanceId) =>
        Eventually.GetAsync(() => OrchestrationAsync(instanceId), found => found.Status != HttpStatusCode.Accepted, TimeSpan.FromMinutes(3));

    private async Task RunToEndAsync(string timer, string instanceId)
    {
        var before = CreatedAt(await WhenAtRestAsync(instanceId));
        // Moments are told in whole seconds: in the next one, a new run can be told from the last.
        if (before is { } last && last.AddSeconds(1) - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero) await Task.Delay(left);
        await FireAsync(timer);
        var ended = await Eventually.GetAsync(
            () => OrchestrationAsync(instanceId), found => found.Status == HttpStatusCode.OK && CreatedAt(found) != before, TimeSpan.FromMinutes(3));
        ended.Json.GetProperty("runtimeStatus").GetString().ShouldBe("Completed", ended.Text);
    }

    private static DateTimeOffset? CreatedAt(Answer instance) =>
        instance.Status == HttpStatusCode.NotFound ? null : instance.Json.GetProperty("createdTime").GetDateTimeOffset();

    /// <summary>Sends any request; one without a credential carries the key.</summary>
    public Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (!request.Headers.Contains(KeyHeader) && request.Headers.Authorization is null) request.Headers.Add(KeyHeader, key);
        return SendAsItIsAsync(request);
    }

    /// <summary>Sends any request with the headers that it has, and no others.</summary>
    public async Task<Answer> SendAsItIsAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            return await Answer.ReadAsync(response);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
