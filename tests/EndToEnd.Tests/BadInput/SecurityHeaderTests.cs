using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class SecurityHeaderTests(PlainApp app)
{
    [Theory]
    [InlineData("/api/v1/health", HttpStatusCode.OK)]
    [InlineData("/api/v1/services", HttpStatusCode.OK)]
    [InlineData("/api/v1/services?limit=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/services/nobody/slo-recommendations", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/slos/what-if", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_answer_tells_browsers_to_be_careful(string path, HttpStatusCode status)
    {
        var answer = await app.Api.GetAsync(path);

        answer.Status.ShouldBe(status);
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        answer.Headers["X-Frame-Options"].ShouldBe("DENY");
        answer.Headers["Content-Security-Policy"].ShouldBe("default-src 'none'; frame-ancestors 'none'");
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        answer.Headers.Keys.ShouldNotContain("Server");
    }

    [OwnHostFact]
    public async Task Without_a_trusted_proxy_nobody_can_claim_to_have_come_over_https()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/health");
        request.Headers.Add("X-Forwarded-Proto", "https");

        (await app.Api.SendAsItIsAsync(request)).Headers.Keys.ShouldNotContain("Strict-Transport-Security");
    }

    [OwnHostFact]
    public async Task Where_https_is_required_plain_http_is_sent_on_or_refused()
    {
        await using var process = await app.StartAnotherAsync(("Access__RequireHttps", "true"), ("Access__TrustedProxies", "1"));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = process.BaseUrl };

        using var read = await client.GetAsync("/api/v1/services?limit=3");
        read.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        read.Headers.Location.ShouldBe(new Uri($"https://{process.BaseUrl.Authority}/api/v1/services?limit=3"));

        using var write = await client.PostAsync(Api.Graph, new StringContent("{}"));
        (await Answer.ReadAsync(write)).ShouldBeProblem(HttpStatusCode.Forbidden).GetProperty("type").GetString().ShouldBe("/errors/https-required");

        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var secure = await client.GetAsync("/api/v1/health");
        secure.StatusCode.ShouldBe(HttpStatusCode.OK);
        secure.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
    }
}
