using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Lifecycle;

[Collection(PlainAppTests.Name)]
public sealed class DecisionInputTests(PlainApp app)
{
    private const string Unknown = "11111111-2222-3333-4444-555555555555";

    private readonly Governed governed = new(app);

    [OwnHostTheory]
    [InlineData("", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    [InlineData("{}", "action")]
    [InlineData("""{"action":"Accept"}""", "action")]
    [InlineData("""{"action":1}""", "action")]
    [InlineData("""{"action":"accept"}""", "recommendation_id")]
    [InlineData("""{"action":"accept"}""", "selected_tier")]
    [InlineData("""{"action":"accept","recommendation_id":"7","selected_tier":"balanced"}""", "recommendation_id")]
    [InlineData("""{"action":"accept","recommendation_id":"{{ID}}","selected_tier":"bold"}""", "selected_tier")]
    [InlineData("""{"action":"accept","recommendation_id":"{{ID}}","selected_tier":"balanced","modifications":{"availability_target":99}}""", "modifications")]
    [InlineData("""{"action":"accept","recommendation_id":"{{ID}}","selected_tier":"balanced","targets":{"availability":99}}""", "targets")]
    [InlineData("""{"action":"reject","recommendation_id":"{{ID}}","selected_tier":"balanced"}""", "selected_tier")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}"}""", "modifications")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{}}""", "modifications")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"availability_target":0}}""", "modifications.availability_target")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"availability_target":100}}""", "modifications.availability_target")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"availability_target":99.99999999}}""", "modifications.availability_target")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"availability_target":-1}}""", "modifications.availability_target")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"availability_target":NaN}}""", "modifications.availability_target")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"availability_target":1e999}}""", "modifications.availability_target")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"availability_target":"99.9"}}""", "modifications.availability_target")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"latency_p99_target_ms":0}}""", "modifications.latency_p99_target_ms")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"latency_p95_target_ms":0.0001}}""", "modifications.latency_p95_target_ms")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"latency_p999_target_ms":3600001}}""", "modifications.latency_p999_target_ms")]
    [InlineData("""{"action":"modify","recommendation_id":"{{ID}}","modifications":{"latency_p95_target_ms":500,"latency_p99_target_ms":400}}""", "modifications")]
    [InlineData("""{"action":"manual"}""", "targets")]
    [InlineData("""{"action":"manual","targets":{"availability":100}}""", "targets.availability")]
    [InlineData("""{"action":"manual","targets":{"availability":99},"recommendation_id":"{{ID}}"}""", "recommendation_id")]
    [InlineData("""{"action":"manual","targets":{"availability":99},"rationale":""}""", "rationale")]
    [InlineData("""{"action":"manual","targets":{"availability":99},"rationale":"a\u0000b"}""", "rationale")]
    [InlineData("""{"action":"manual","targets":{"availability":99},"rationale":7}""", "rationale")]
    public async Task A_wrong_decision_is_told_by_its_field_and_changes_nothing(string body, string field)
    {
        await governed.RegisterAsync("input");
        string id = (await governed.RecommendAsync("input")).GetProperty("recommendation_id").GetString()!;
        string before = await app.StateAsync();

        (await governed.DecideAsync("input", body.Replace("{{ID}}", id, StringComparison.Ordinal))).ShouldBeProblem(HttpStatusCode.BadRequest, field);

        (await app.StateAsync()).ShouldBe(before);
    }

    [OwnHostFact]
    public async Task A_rationale_of_a_hundred_kilobytes_is_refused()
    {
        await governed.RegisterAsync("input");
        var body = new { action = "manual", targets = new { availability = 99 }, rationale = new string('x', 100_000) };

        (await governed.DecideAsync("input", body)).ShouldBeProblem(HttpStatusCode.BadRequest, "rationale");
    }

    [OwnHostFact]
    public async Task An_actor_other_than_whose_token_it_is_is_refused()
    {
        await governed.RegisterAsync("input", "input-actor");
        var body = new { action = "manual", targets = new { availability = 99 }, actor = "boss@example.org" };

        (await governed.DecideAsync("input", body, "joe")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "actor");

        (await governed.DecideAsync("input-actor", body with { actor = "joe@example.org" }, "joe")).ShouldBe(HttpStatusCode.OK);
    }

    [OwnHostFact]
    public async Task A_recommendation_of_another_service_or_of_none_is_not_found()
    {
        await governed.RegisterAsync("input", "input-other");
        string foreign = (await governed.RecommendAsync("input-other")).GetProperty("recommendation_id").GetString()!;
        string before = await app.StateAsync();

        foreach (string id in (string[])[foreign, Unknown])
        {
            (await governed.DecideAsync("input", new { recommendation_id = id, action = "accept", selected_tier = "balanced" })).ShouldBeProblem(HttpStatusCode.NotFound)
                .GetProperty("type").GetString().ShouldBe("/errors/recommendation-not-found");
        }

        (await governed.DecideAsync("input-no-such-service", new { action = "manual", targets = new { availability = 99 } })).ShouldBeProblem(HttpStatusCode.NotFound);
        (await app.StateAsync()).ShouldBe(before);
    }

    [OwnHostFact]
    public async Task Only_the_services_team_and_administrators_decide()
    {
        await governed.RegisterAsync("input", "input-team");
        string before = await app.StateAsync();
        string body = JsonSerializer.Serialize(new { action = "manual", targets = new { availability = 99 } });
        string foreign = app.Issuer!.Token("foreign", ["service_owner"], ["search"], "foreign@example.org");

        (await Governed.DecideAsync(app.Api, "input-team", body, foreign)).ShouldBeProblem(HttpStatusCode.Forbidden, "service_id");
        (await app.Api.PostAsync(Governed.PathOf("input-team"), body)).ShouldBeProblem(HttpStatusCode.Forbidden);
        (await app.StateAsync()).ShouldBe(before);

        (await Governed.DecideAsync(app.Api, "input-team", body, app.AdministratorToken())).ShouldBe(HttpStatusCode.OK);
    }
}
