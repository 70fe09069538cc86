using System.Net;
using EndToEnd.Tests.App;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Pages;

[Collection(PlainAppTests.Name)]
public sealed class PageTests(PlainApp app)
{
    private const string Document = "/api/v1/openapi.json";

    // ReDoc asks for the logo of its makers; the policy of the page keeps the request at home.
    private const string ForeignLogo = "https://cdn.redoc.ly/redoc/logo-mini-full.svg";

    [BrowserTheory]
    [InlineData("/docs", "/api/v1/services/{service_id}/slo-recommendations")]
    [InlineData("/redoc", "/api/v1/services/{service_id}/slo-recommendations")]
    public async Task A_browser_shows_the_operations_and_asks_nobody_else(string page, string expected)
    {
        await using var browser = await Browser.OpenAsync(new Uri(app.Api.BaseUrl, page));

        string text = await browser.TextAsync(expected);

        text.ShouldContain("Dependency graph");
        text.ShouldContain("SLO recommendation engine");
        browser.Requested.ShouldContain(url => url.EndsWith(Document, StringComparison.Ordinal));
        browser.Requested.Where(url => !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith(app.Api.BaseUrl.ToString(), StringComparison.Ordinal)).ShouldBeEmpty();
        browser.Blocked.ShouldBeSubsetOf([ForeignLogo]);
        browser.Complaints.Where(c => !c.Contains(ForeignLogo, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_document_that_is_served_is_the_committed_one()
    {
        var answer = await app.Api.GetAsync(Document);

        answer.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldBe(await File.ReadAllTextAsync(RepositoryRoot.Combine("docs/openapi.json")));
    }

    [Theory]
    [InlineData(Document, "application/json")]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/swagger-ui.css", "text/css")]
    [InlineData("/docs/swagger-ui-bundle.js", "text/javascript")]
    [InlineData("/docs/favicon-32x32.png", "image/png")]
    [InlineData("/redoc", "text/html")]
    [InlineData("/redoc/redoc.standalone.js", "text/javascript")]
    public async Task A_file_says_what_it_is_and_costs_nothing_when_it_is_known(string path, string type)
    {
        var first = await app.Api.GetAsync(path);
        var second = await app.Api.GetUnlessAsync(path, first.Headers["ETag"]);

        first.Status.ShouldBe(HttpStatusCode.OK);
        first.MediaType.ShouldBe(type);
        first.Headers["Cache-Control"].ShouldBe("public, no-cache");
        first.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        first.Headers["Content-Security-Policy"].ShouldNotContain("http");
        second.Status.ShouldBe(HttpStatusCode.NotModified);
        second.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_sent_compressed_to_those_who_take_that()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/docs/swagger-ui-bundle.js");
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        var answer = await app.Api.SendAsync(request);

        answer.Headers["Content-Encoding"].ShouldBe("gzip");
        answer.Headers["Vary"].ShouldBe("Accept-Encoding");
    }

    [Theory]
    [InlineData("/docs/openapi.json")]
    [InlineData("/docs/index.html")]
    [InlineData("/docs/..%2f..%2fhost.json")]
    [InlineData("/docs/%2e%2e%2fopenapi.json")]
    [InlineData("/docs/SWAGGER-UI.CSS")]
    [InlineData("/redoc/swagger-ui.css")]
    [InlineData("/redoc/..%5c..%5chost.json")]
    public async Task Nothing_else_can_be_asked_for(string path) =>
        (await app.Api.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
}
