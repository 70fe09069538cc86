using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class ProblemTypeTests(PlainApp app)
{
    [Fact]
    public async Task The_type_of_a_problem_leads_to_its_explanation()
    {
        var problem = (await app.Api.GetAsync(Api.Dependencies("nobody-knows-it"))).ShouldBeProblem(HttpStatusCode.NotFound);
        string type = problem.GetProperty("type").GetString()!;

        var page = await AskAsync(type, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        (page.Status, page.MediaType).ShouldBe((HttpStatusCode.OK, "text/html"));
        page.Text.ShouldContain($"<h1>{problem.GetProperty("title").GetString()}</h1>");
        page.Text.ShouldNotContain("<script");
        page.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'; style-src 'sha256-");
    }

    [Fact]
    public async Task A_program_gets_the_explanation_as_JSON()
    {
        var kind = (await AskAsync("/errors/overloaded", "application/json")).ShouldBe(HttpStatusCode.OK);

        kind.GetProperty("code").GetString().ShouldBe("overloaded");
        kind.GetProperty("type").GetString().ShouldBe("/errors/overloaded");
        kind.GetProperty("statuses").EnumerateArray().Select(s => s.GetInt32()).ShouldBe([503]);
        kind.GetProperty("meaning").GetString().ShouldNotBeNullOrWhiteSpace();
        kind.GetProperty("remedy").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("nothing-of-ours")]
    [InlineData("%3Cscript%3E")]
    [InlineData("Overloaded")]
    public async Task A_code_that_is_none_is_not_found(string code)
    {
        var answer = await AskAsync($"/errors/{code}", "text/html");

        (answer.Status, answer.MediaType).ShouldBe((HttpStatusCode.NotFound, "application/problem+json"));
        answer.Json.GetProperty("type").GetString().ShouldBe("/errors/problem-not-found");
        answer.Text.ShouldNotContain("<script>");
    }

    private Task<Answer> AskAsync(string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return app.Api.SendAsItIsAsync(request);
    }
}
