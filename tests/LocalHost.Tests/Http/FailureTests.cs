using System.Net;
using SloFunctions.Testing;

namespace LocalHost.Tests.Http;

public class FailureTests
{
    [Fact]
    public async Task An_exception_is_500_with_nothing_in_it_and_a_line_in_the_log()
    {
        await using var host = await RunningHost.StartAsync(typeof(FailingFunctions));

        var response = await host.Client.GetAsync("/Throws");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        response.Headers.Contains("X-Half-Done").ShouldBeFalse();
        host.Log.Lines.ShouldContain("Error: Function Throws failed boom");
        (await host.Client.GetStringAsync("/Fine")).ShouldBe("fine");
    }

    [Fact]
    public async Task An_exception_in_the_middle_of_an_answer_breaks_it_off()
    {
        await using var host = await RunningHost.StartAsync(typeof(FailingFunctions));

        await Should.ThrowAsync<HttpRequestException>(() => host.Client.GetStringAsync("/ThrowsLate"));

        (await host.Client.GetStringAsync("/Fine")).ShouldBe("fine");
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_cancelled_and_answered_with_500()
    {
        var clock = new FakeClock(DateTimeOffset.UnixEpoch);
        var setup = new HostSetup
        {
            HostJson = """{ "version": "2.0", "functionTimeout": "00:01:00", "extensions": { "http": { "routePrefix": "" } } }""",
            Configure = HostSetup.At(clock).Configure,
        };
        await using var host = await RunningHost.StartAsync(setup, typeof(FailingFunctions));
        var request = host.Client.GetAsync("/Waits");
        (await host.Probe.HeardAsync()).ShouldBe("waiting");

        clock.Advance(TimeSpan.FromMinutes(1));

        (await request).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        host.Log.Lines.ShouldContain(line => line.Contains("Waits took longer than 00:01:00"));
    }

    [Fact]
    public async Task A_caller_that_hangs_up_cancels_the_function()
    {
        await using var host = await RunningHost.StartAsync(typeof(FailingFunctions));
        using var impatient = new CancellationTokenSource();
        var request = host.Client.GetAsync("/Waits", impatient.Token);
        (await host.Probe.HeardAsync()).ShouldBe("waiting");

        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => request);
        (await host.Probe.HeardAsync()).ShouldBe("released");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413()
    {
        await using var host = await RunningHost.StartAsync(typeof(ResultFunctions));
        var body = new ByteArrayContent([]);
        body.Headers.ContentLength = 40_000_000;

        var request = new HttpRequestMessage(HttpMethod.Post, "/WrittenValue") { Content = body };
        request.Headers.ExpectContinue = true;
        var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }
}
