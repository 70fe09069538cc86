using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SloFunctions.Application.RateLimits;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Problems;

namespace Functions.Tests.Access;

public sealed class RateLimitHeadersTests
{
    [Theory]
    [InlineData("00:00:00", "0")]
    [InlineData("00:00:05.9000001", "6")]
    [InlineData("00:01:00", "60")]
    public void An_answer_tells_the_limit_what_is_left_and_the_seconds_until_it_is_whole(string resetAfter, string reset)
    {
        var http = new DefaultHttpContext();
        var after = TimeSpan.Parse(resetAfter, CultureInfo.InvariantCulture);

        RateLimitHeaders.Set(new RateDecision(true, 60, 41, after, TimeSpan.Zero), http.Response);
        RateLimitHeaders.Set(new RateDecision(true, 60, 41, after, TimeSpan.Zero), http.Response);

        http.Response.Headers["X-RateLimit-Limit"].ShouldBe(["60"]);
        http.Response.Headers["X-RateLimit-Remaining"].ShouldBe(["41"]);
        http.Response.Headers["X-RateLimit-Reset"].ShouldBe([reset]);
        http.Response.Headers.RetryAfter.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.2, "1")]
    [InlineData(5.2, "6")]
    public async Task A_refusal_is_a_problem_that_tells_how_long_to_wait(double seconds, string retryAfter)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() }, Request = { Path = "/api/v1/services" } };
        var refused = new RateDecision(false, 10, 0, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(seconds));

        await ProblemMap.RateLimited(refused, http.Request).ExecuteAsync(http);

        (http.Response.StatusCode, http.Response.ContentType).ShouldBe((429, "application/problem+json"));
        http.Response.Headers.RetryAfter.ShouldBe([retryAfter]);
        http.Response.Body.Position = 0;
        var problem = await JsonSerializer.DeserializeAsync<JsonElement>(http.Response.Body);
        problem.GetProperty("type").GetString().ShouldBe("/errors/rate-limit-exceeded");
        problem.GetProperty("instance").GetString().ShouldBe("/api/v1/services");
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("10 requests a minute");
    }
}
