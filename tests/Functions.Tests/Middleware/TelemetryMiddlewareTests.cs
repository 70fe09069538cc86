using System.Net;

namespace Functions.Tests.Middleware;

public sealed class TelemetryMiddlewareTests(ObservedHost host) : IClassFixture<ObservedHost>
{
    [Theory]
    [InlineData("/Unexpected", "Unexpected", 500)]
    [InlineData("/Unavailable?who=anybody", "Unavailable", 503)]
    [InlineData("/TimesOut", "TimesOut", 503)]
    [InlineData("/Malformed", "Malformed", 408)]
    public async Task A_request_is_measured_with_the_status_it_was_answered_with(string path, string endpoint, int status)
    {
        using var response = await host.Client.GetAsync(path);

        ((int)response.StatusCode).ShouldBe(status);
        await host.ShouldMeasureAsync($"slo_engine_http_requests_total{{method=GET,endpoint=/{endpoint},status_code={status}}}");
        await host.ShouldMeasureAsync($"slo_engine_http_request_duration_seconds{{method=GET,endpoint=/{endpoint}}}");
    }

    [Theory]
    [InlineData("Succeeds", "ok")]
    [InlineData("Fails", "failed")]
    public async Task A_function_that_no_request_calls_is_measured_with_its_outcome(string function, string outcome)
    {
        using var fired = await host.Client.PostAsync($"/admin/functions/{function}", content: null);

        fired.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await host.ShouldMeasureAsync($"slo_engine_function_invocations_total{{function={function},outcome={outcome}}}");
        await host.ShouldMeasureAsync($"slo_engine_function_duration_seconds{{function={function}}}");
        string other = outcome == "ok" ? "failed" : "ok";
        host.Measured.ShouldNotContain($"slo_engine_function_invocations_total{{function={function},outcome={other}}}");
        host.Measured.ShouldNotContain(m => m.StartsWith("slo_engine_http", StringComparison.Ordinal) && m.Contains(function, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("req-789", true)]
    [InlineData("A.b_c-9", true)]
    [InlineData("with space", false)]
    [InlineData("line\\nbreak", false)]
    [InlineData("<script>", false)]
    public async Task An_id_of_the_caller_is_kept_when_it_can_be_nothing_else(string id, bool isKept)
    {
        string answered = await AskAsync(id);

        (answered == id).ShouldBe(isKept);
        if (!isKept) Guid.TryParse(answered, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task An_id_of_the_caller_has_at_most_128_characters(int length, bool isKept)
    {
        string id = new('a', length);

        (await AskAsync(id) == id).ShouldBe(isKept);
    }

    [Fact]
    public async Task Requests_without_an_id_get_one_each()
    {
        (await AskAsync(null)).ShouldNotBe(await AskAsync(null));
    }

    private async Task<string> AskAsync(string? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Overloaded");
        if (id is not null) request.Headers.TryAddWithoutValidation("X-Request-Id", id);
        using var response = await host.Client.SendAsync(request);
        return response.Headers.GetValues("X-Request-Id").ShouldHaveSingleItem();
    }
}
