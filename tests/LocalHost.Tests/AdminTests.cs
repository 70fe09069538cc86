using System.Net;
using System.Text;
using LocalHost.Tests.Http;
using LocalHost.Tests.Timers;
using SloFunctions.Testing;

namespace LocalHost.Tests;

public class AdminTests
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 1, 12, 1, 0, TimeSpan.Zero));

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{ "input": "" }""")]
    [InlineData("""{ "input": { "any": 1 } }""")]
    public async Task A_timer_is_fired_by_hand(string? body)
    {
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(EveryFiveMinutes));

        var response = await host.Client.PostAsync("/admin/functions/everyfiveminutes", body is null ? null : Json(body));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await host.Probe.HeardAsync()).ShouldBe("12:01:00 on time next 12:05:00");
    }

    [Theory]
    [InlineData("{ half")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task A_malformed_body_is_400_and_fires_nothing(string body)
    {
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(EveryFiveMinutes));

        var response = await host.Client.PostAsync("/admin/functions/EveryFiveMinutes", Json(body));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await host.StopAsync();
        host.Probe.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_function_is_404_and_an_http_function_is_400()
    {
        await using var host = await RunningHost.StartAsync(typeof(FailingFunctions));

        (await host.Client.PostAsync("/admin/functions/Nobody", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Client.PostAsync("/admin/functions/Fine", null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_web_page_cannot_fire_a_function()
    {
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(EveryFiveMinutes));
        var request = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/EveryFiveMinutes");
        request.Headers.Add("Origin", "http://elsewhere.test");

        var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await host.StopAsync();
        host.Probe.Rest().ShouldBeEmpty();
    }
}
