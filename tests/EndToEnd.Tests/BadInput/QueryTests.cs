using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class QueryTests(PlainApp app)
{
    private const string Known = "asked-about";

    [Theory]
    [InlineData("sli_type=throughput", "sli_type")]
    [InlineData("sli_type=", "sli_type")]
    [InlineData("sli_type=Latency", "sli_type")]
    [InlineData("sli_type=latency&sli_type=availability", "sli_type")]
    [InlineData("lookback_days=6", "lookback_days")]
    [InlineData("lookback_days=366", "lookback_days")]
    [InlineData("lookback_days=abc", "lookback_days")]
    [InlineData("lookback_days=1e3", "lookback_days")]
    [InlineData("lookback_days=7.0", "lookback_days")]
    [InlineData("lookback_days=%2030", "lookback_days")]
    [InlineData("lookback_days=99999999999999999999", "lookback_days")]
    [InlineData("lookback_days=%D9%A3%D9%A0", "lookback_days")]
    [InlineData("lookback_days=", "lookback_days")]
    [InlineData("lookback_days=30&lookback_days=30", "lookback_days")]
    [InlineData("force_regenerate=yes", "force_regenerate")]
    [InlineData("force_regenerate=", "force_regenerate")]
    [InlineData("method=", "method")]
    [InlineData("method=guessed", "method")]
    [InlineData("method=Historical_Percentile", "method")]
    [InlineData("method=historical_percentile&method=historical_percentile", "method")]
    [InlineData("desired_target=", "desired_target")]
    [InlineData("desired_target=100", "desired_target")]
    [InlineData("desired_target=0", "desired_target")]
    [InlineData("desired_target=99,9", "desired_target")]
    [InlineData("desired_target=NaN", "desired_target")]
    [InlineData("desired_target=99&desired_target=99.9", "desired_target")]
    public async Task A_wrong_parameter_of_recommendations_is_named(string query, string field) =>
        await ShouldRefuseAsync(Api.Recommendations(Known, $"?{query}"), field);

    [Theory]
    [InlineData("depth=0", "depth")]
    [InlineData("depth=11", "depth")]
    [InlineData("depth=-1", "depth")]
    [InlineData("depth=", "depth")]
    [InlineData("direction=sideways", "direction")]
    [InlineData("direction=Both", "direction")]
    [InlineData("include_external=1", "include_external")]
    public async Task A_wrong_parameter_of_dependencies_is_named(string query, string field) =>
        await ShouldRefuseAsync(Api.Dependencies(Known, $"?{query}"), field);

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("cursor=garbage!", "cursor")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=AA", "cursor")]
    [InlineData("cursor=_w", "cursor")]
    [InlineData("cursor=a", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    public async Task A_wrong_parameter_of_the_list_is_named(string query, string field) => await ShouldRefuseAsync($"/api/v1/services?{query}", field);

    [Theory]
    [InlineData("month=", "month")]
    [InlineData("month=2026-13", "month")]
    [InlineData("month=9998-01", "month")]
    [InlineData("month=99999999999-01", "month")]
    [InlineData("month=1999-12", "month")]
    [InlineData("month=2020-01&month=2020-02", "month")]
    [InlineData("months=0", "months")]
    [InlineData("months=13", "months")]
    [InlineData("months=1e1", "months")]
    [InlineData("limit=501", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=WyJhIl0", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    public async Task A_wrong_parameter_of_breach_rates_is_named(string query, string field) => await ShouldRefuseAsync($"{Api.BreachRate}?{query}", field);

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("cursor=garbage!", "cursor")]
    [InlineData("cursor=WyIiXQ", "cursor")]
    [InlineData("cursor=WyJhIiwiYiJd", "cursor")]
    public async Task A_wrong_parameter_of_the_shadow_comparison_is_named(string query, string field) => await ShouldRefuseAsync($"{Api.Shadow}?{query}", field);

    [Fact]
    public async Task All_wrong_parameters_are_named_at_once()
    {
        var answer = await app.Api.GetAsync(Api.Dependencies(Known, "?depth=0&direction=sideways"));
        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "depth");
        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "direction");
    }

    [Theory]
    [InlineData("sort=asc")]
    [InlineData("")]
    [InlineData("%FF=%FF&&==&%")]
    public async Task Parameters_that_mean_nothing_here_are_ignored(string query) =>
        (await app.Api.GetAsync($"/api/v1/services?{query}")).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_cursor_beyond_the_last_service_gives_an_empty_page()
    {
        var page = (await app.Api.GetAsync("/api/v1/services?cursor=WyLwn5qAIl0")).ShouldBe(HttpStatusCode.OK);
        page.GetProperty("next_cursor").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task A_query_longer_than_a_request_line_may_be_is_refused() =>
        (await app.Api.GetAsync($"/api/v1/services?x={new string('x', 20_000)}")).Status.ShouldBe(HttpStatusCode.RequestUriTooLong);

    private async Task ShouldRefuseAsync(string path, string field)
    {
        string before = await app.StateAsync();
        (await app.Api.GetAsync(path)).ShouldBeProblem(HttpStatusCode.BadRequest, field);
        (await app.StateAsync()).ShouldBe(before);
    }
}
