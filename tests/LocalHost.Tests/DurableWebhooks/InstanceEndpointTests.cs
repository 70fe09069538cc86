using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using LocalHost.Tests.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.DurableWebhooks;

public sealed class InstanceEndpointTests(DurableDatabaseFixture database) : IClassFixture<DurableDatabaseFixture>
{
    private const string Instances = "/runtime/webhooks/durabletask/instances";

    [Fact]
    public async Task One_that_runs_is_202_and_one_that_has_ended_is_200()
    {
        await using var host = await StartAsync();
        await StartAsync(host, "Held", "shown", "in");
        await WhenRunningAsync(host, "shown");

        using var running = await host.Client.GetAsync($"{Instances}/shown");
        using var raised = await PostAsync(host, "shown/raiseEvent/Go", "\"out\"");
        var end = await host.EndOfAsync("shown");
        using var ended = await host.Client.GetAsync($"{Instances}/shown?showInput=false&showHistory=true");

        running.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        running.Headers.Location!.AbsolutePath.ShouldBe($"{Instances}/shown");
        running.Headers.RetryAfter.ShouldNotBeNull();
        Text(await running.Content.ReadAsStringAsync()).ShouldBe("""Held shown Running "in" {"held":true} null""");
        raised.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        ended.StatusCode.ShouldBe(HttpStatusCode.OK);
        string body = await ended.Content.ReadAsStringAsync();
        Text(body).ShouldBe("""Held shown Completed null {"held":true} "out" """.TrimEnd());
        JsonElement json = JsonDocument.Parse(body).RootElement;
        json.GetProperty("createdTime").GetString()!.ShouldMatch("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$");
        json.GetProperty("lastUpdatedTime").GetDateTimeOffset().ShouldBeGreaterThanOrEqualTo(json.GetProperty("createdTime").GetDateTimeOffset());
    }

    [Fact]
    public async Task One_that_has_failed_says_why()
    {
        await using var host = await StartAsync();
        await StartAsync(host, "Fails", "failed");
        await host.EndOfAsync("failed");

        using var failed = await host.Client.GetAsync($"{Instances}/failed");

        failed.StatusCode.ShouldBe(HttpStatusCode.OK);
        Text(await failed.Content.ReadAsStringAsync()).ShouldBe("""Fails failed Failed null null "as it should" """.TrimEnd());
    }

    [Fact]
    public async Task One_is_held_let_go_on_and_ended()
    {
        await using var host = await StartAsync();
        await StartAsync(host, "Held", "managed");
        await WhenRunningAsync(host, "managed");

        (await PostAsync(host, "managed/suspend?reason=lunch")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await StatusAsync(host, "managed")).ShouldBe("Suspended");
        (await PostAsync(host, "managed/resume")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(host, "managed/terminate?reason=enough")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await host.EndOfAsync("managed");

        (await StatusAsync(host, "managed")).ShouldBe("Terminated");
        Text(await host.Client.GetStringAsync($"{Instances}/managed")).ShouldEndWith("\"enough\"");
        foreach (string late in new[] { "terminate", "suspend", "resume", "raiseEvent/Go" })
            (await PostAsync(host, $"managed/{late}")).StatusCode.ShouldBe(HttpStatusCode.Gone, late);
    }

    [Theory]
    [InlineData("GET", "nobody")]
    [InlineData("DELETE", "nobody")]
    [InlineData("DELETE", "?createdTimeFrom=2099-01-01T00:00:00Z")]
    [InlineData("POST", "nobody/terminate")]
    [InlineData("POST", "nobody/suspend")]
    [InlineData("POST", "nobody/resume")]
    [InlineData("POST", "nobody/raiseEvent/Go")]
    public async Task What_is_not_there_is_404(string method, string path)
    {
        await using var host = await StartAsync();

        using var answer = await SendAsync(host, method, path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "?top=0")]
    [InlineData("GET", "?top=1001")]
    [InlineData("GET", "?top=1&top=2")]
    [InlineData("GET", "?createdTimeFrom=yesterday")]
    [InlineData("GET", "?createdTimeTo=99999-01-01")]
    [InlineData("GET", "?runtimeStatus=Running,Sleepy")]
    [InlineData("GET", "?runtimeStatus=7")]
    [InlineData("GET", "?instanceIdPrefix=a%00b")]
    [InlineData("GET", "?showInput=perhaps")]
    [InlineData("GET", "a%01b")]
    [InlineData("DELETE", "")]
    [InlineData("DELETE", "?runtimeStatus=Completed")]
    [InlineData("POST", "any/raiseEvent/Go", "{ half")]
    [InlineData("POST", "any/raiseEvent/a%07b", "1")]
    [InlineData("POST", "any/terminate?reason=a%00b")]
    public async Task What_makes_no_sense_is_400(string method, string path, string? body = null)
    {
        await using var host = await StartAsync();

        using var answer = await SendAsync(host, method, path, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_event_that_is_too_long_is_refused()
    {
        await using var host = await StartAsync();
        await StartAsync(host, "Held", "short");

        (await PostAsync(host, "short/raiseEvent/Go", $"\"{new string('a', 40_000)}\"")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(host, "short/raiseEvent/Go", $"\"{new string('a', 100_000)}\"")).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "any")]
    [InlineData("DELETE", "any")]
    [InlineData("POST", "any/terminate")]
    public async Task A_web_page_can_manage_nothing(string method, string path)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Address(path));
        request.Headers.Add("Origin", "http://elsewhere.test");

        using var answer = await host.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        await using var host = await StartAsync();
        string[] ids = [.. Enumerable.Range(0, 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"page-{i}"))];
        foreach (string id in ids) await StartAsync(host, "Held", id);
        var found = new List<string>();
        string? token = null;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Instances}?top=2&instanceIdPrefix=page-&runtimeStatus=Running,Pending");
            if (token is not null) request.Headers.Add("x-ms-continuation-token", token);
            using var answer = await host.Client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            page.GetArrayLength().ShouldBeLessThanOrEqualTo(2);
            found.AddRange(page.EnumerateArray().Select(i => i.GetProperty("instanceId").GetString()!));
            token = answer.Headers.TryGetValues("x-ms-continuation-token", out var next) ? next.Single() : "";
        }
        while (token.Length > 0);

        found.ShouldBe(ids, ignoreOrder: true);
        (await host.Client.GetStringAsync($"{Instances}?instanceIdPrefix=page-&runtimeStatus=Completed")).ShouldBe("[]");
        (await host.Client.GetStringAsync($"{Instances}?instanceIdPrefix=page-&createdTimeTo=2020-01-01")).ShouldBe("[]");
    }

    [Fact]
    public async Task What_has_ended_is_forgotten_and_what_runs_is_not()
    {
        await using var host = await StartAsync();
        await StartAsync(host, "Fails", "gone");
        await StartAsync(host, "Held", "kept");
        await host.EndOfAsync("gone");

        (await (await host.Client.DeleteAsync($"{Instances}/gone")).Content.ReadAsStringAsync()).ShouldBe("""{"instancesDeleted":1}""");
        (await host.Client.GetAsync($"{Instances}/gone")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Client.DeleteAsync($"{Instances}/kept")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await StartAsync(host, "Fails", "gone-too");
        await host.EndOfAsync("gone-too");
        var all = JsonDocument.Parse(await (await host.Client.DeleteAsync($"{Instances}?createdTimeFrom=2020-01-01&runtimeStatus=Failed")).Content.ReadAsStringAsync());
        all.RootElement.GetProperty("instancesDeleted").GetInt32().ShouldBeGreaterThanOrEqualTo(1);
        (await host.Client.GetAsync($"{Instances}/gone-too")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Address(string path) => path.Length == 0 || path[0] == '?' ? Instances + path : $"{Instances}/{path}";

    private static Task<HttpResponseMessage> PostAsync(RunningHost host, string path, string? body = null) => SendAsync(host, "POST", path, body);

    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Address(path));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Client.SendAsync(request);
    }

    private static async Task<string> StatusAsync(RunningHost host, string id) =>
        JsonDocument.Parse(await host.Client.GetStringAsync($"{Instances}/{id}")).RootElement.GetProperty("runtimeStatus").GetString()!;

    private static string Text(string body)
    {
        var json = JsonDocument.Parse(body).RootElement;
        return $"{json.GetProperty("name").GetString()} {json.GetProperty("instanceId").GetString()} {json.GetProperty("runtimeStatus").GetString()} "
            + $"{json.GetProperty("input").GetRawText()} {json.GetProperty("customStatus").GetRawText()} {json.GetProperty("output").GetRawText()}";
    }

    private static Task<string> StartAsync(RunningHost host, string orchestrator, string id, object? input = null) =>
        host.Orchestrations().ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    private static async Task WhenRunningAsync(RunningHost host, string id)
    {
        while ((await host.Orchestrations().GetInstanceAsync(id, getInputsAndOutputs: true))!.SerializedCustomStatus is null) await Task.Delay(20);
    }

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(
        new HostSetup { Args = [$"--Database:ConnectionString={database.ConnectionString}"] }, typeof(HeldFunctions));
}
