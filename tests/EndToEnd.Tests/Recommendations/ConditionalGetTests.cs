using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Recommendations;

[Collection(PlainAppTests.Name)]
public sealed class ConditionalGetTests(PlainApp app)
{
    private static readonly string Known = Api.Recommendations("tagged");

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"another\", {0}")]
    [InlineData("\"a,b\" ,W/\"c\",W/{0}")]
    [InlineData("*")]
    public async Task Who_has_the_answer_already_is_told_so(string tags)
    {
        var answer = await GetAsync();

        var again = await app.Api.GetUnlessAsync(Known, tags.Replace("{0}", answer.Headers["ETag"], StringComparison.Ordinal));

        again.Status.ShouldBe(HttpStatusCode.NotModified);
        again.Text.ShouldBeEmpty();
        again.Headers["ETag"].ShouldBe(answer.Headers["ETag"]);
        again.Headers["Cache-Control"].ShouldBe(answer.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("\"another\"")]
    [InlineData("\"*\"")]
    [InlineData("no tag at all")]
    [InlineData("\"unfinished")]
    [InlineData(",,,")]
    [InlineData("")]
    public async Task Who_has_something_else_gets_it_whole(string tags)
    {
        var answer = await GetAsync();

        var again = await app.Api.GetUnlessAsync(Known, tags);

        again.ShouldBe(HttpStatusCode.OK);
        again.Text.ShouldBe(answer.Text);
    }

    [Fact]
    public async Task The_answer_may_be_kept_but_not_used_without_asking()
    {
        var answer = await GetAsync();

        answer.Headers["Cache-Control"].Split(", ").Order().ShouldBe(["no-cache", "private"]);
        answer.Headers["ETag"].ShouldMatch("^\"[^\"]+\"$");
    }

    [Fact]
    public async Task Each_other_question_and_each_new_set_has_a_tag_of_its_own()
    {
        var whole = await GetAsync();
        var part = await GetAsync("?lookback_days=7");
        var judged = await GetAsync("?desired_target=99.9");
        (await GetAsync("?lookback_days=7")).Headers["ETag"].ShouldBe(part.Headers["ETag"]);

        var forced = await app.Api.GetUnlessAsync(Known + "?force_regenerate=true", whole.Headers["ETag"]);

        forced.ShouldBe(HttpStatusCode.OK);
        new[] { whole, part, judged, forced }.Select(a => a.Headers["ETag"]).ShouldBeUnique();
        (await app.Api.GetUnlessAsync(Known, forced.Headers["ETag"])).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_head_is_that_of_the_answer()
    {
        var answer = await GetAsync();

        var head = await app.Api.SendAsync(new HttpRequestMessage(HttpMethod.Head, Known));

        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Text.ShouldBeEmpty();
        foreach (string header in new[] { "ETag", "Content-Type", "Content-Length", "Cache-Control" }) head.Headers[header].ShouldBe(answer.Headers[header], header);
        (await app.Api.SendAsync(new HttpRequestMessage(HttpMethod.Head, Api.Recommendations("nobody-knows-it")))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_problem_has_no_tag_whatever_the_client_has()
    {
        var answer = await app.Api.GetUnlessAsync(Api.Recommendations("nobody-knows-it"), "*");

        answer.ShouldBeProblem(HttpStatusCode.NotFound);
        answer.Headers.Keys.ShouldNotContain("ETag");
    }

    private async Task<Answer> GetAsync(string query = "")
    {
        (await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"tagged"}]}""")).ShouldBe(HttpStatusCode.Accepted);
        var answer = await app.Api.GetAsync(Known + query);
        answer.ShouldBe(HttpStatusCode.OK);
        return answer;
    }
}
