using System.Net;
using System.Text.Json;

namespace Functions.Tests.Middleware;

public sealed class ProblemMiddlewareTests(FailingHost host) : IClassFixture<FailingHost>
{
    [Theory]
    [InlineData("/Unexpected", 500, "internal-error")]
    [InlineData("/Unavailable", 503, "dependency-unavailable")]
    [InlineData("/TimesOut", 503, "timeout")]
    [InlineData("/Overloaded", 503, "overloaded")]
    [InlineData("/Malformed", 408, "bad-request")]
    public async Task A_failure_becomes_a_problem_that_tells_no_secret(string path, int status, string type)
    {
        using var response = await host.Client.GetAsync(path);

        string text = await response.Content.ReadAsStringAsync();
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("type").GetString().ShouldBe($"/errors/{type}");
        problem.GetProperty("instance").GetString().ShouldBe(path);
        text.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("/Unavailable", 13)]
    [InlineData("/UnavailableForAMoment", 1)]
    [InlineData("/Overloaded", 7)]
    public async Task The_wait_is_told_in_whole_seconds_and_never_none(string path, int seconds)
    {
        using var response = await host.Client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(seconds));
    }
}
