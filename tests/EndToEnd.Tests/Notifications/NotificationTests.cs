using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Observability;

namespace EndToEnd.Tests.Notifications;

public sealed class NotificationTests(NotifiedApp app) : IClassFixture<NotifiedApp>
{
    private const string Secret = "sixteen-letters-";

    [OwnHostFact]
    public async Task A_decision_is_told_to_the_team_with_a_signature_and_shown_nowhere_with_its_secret()
    {
        (await app.Running.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"told-checkout","metadata":{"team":"told"}}]}""")).ShouldBe(HttpStatusCode.Accepted);
        string url = app.Receiver.Url;
        var put = await SendAsync(HttpMethod.Put, "told", $$"""{"targets":[{"name":"log","url":"{{url}}","format":"generic","secret":"{{Secret}}"}]}""");
        put.ShouldBe(HttpStatusCode.OK).GetProperty("targets")[0].GetProperty("has_secret").GetBoolean().ShouldBeTrue();
        var read = await SendAsync(HttpMethod.Get, "told");
        read.Headers["ETag"].ShouldBe(put.Headers["ETag"]);
        (put.Text + read.Text).ShouldNotContain(Secret);
        (put.Text + read.Text).ShouldNotContain(new Uri(url).AbsolutePath);

        var decided = (await DecideAsync("told-checkout", """{"action":"manual","targets":{"availability":99.5},"rationale":"<we> promised"}""")).ShouldBe(HttpStatusCode.OK);
        (await app.Running.Api.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/admin/functions/DeliverNotifications") { Content = new StringContent("{}") }))
            .Status.ShouldBe(HttpStatusCode.Accepted);

        var got = (await Eventually.GetAsync(() => Task.FromResult(app.Receiver.Received), r => r.Count > 0)).ShouldHaveSingleItem();
        (got.Headers["X-Slo-Event"], got.Json.GetProperty("service_id").GetString(), got.Json.GetProperty("rationale").GetString()).ShouldBe(("manual", "told-checkout", "<we> promised"));
        got.Json.GetProperty("id").GetString().ShouldBe(decided.GetProperty("audit_id").GetString());
        got.Json.GetProperty("targets").GetProperty("after").GetProperty("availability").GetDouble().ShouldBe(99.5);
        ShouldBeSigned(got.Headers["X-Slo-Signature"], got.Body);
        await Eventually.GetAsync(
            async () => MetricsText.Samples((await app.Running.Api.GetAsync("/metrics")).Text, "slo_engine_notifications_total"),
            samples => samples.Any(m => (m.Labels["format"], m.Labels["outcome"], m.Value) == ("generic", "delivered", 1)));
        app.Running.Process.Output.ShouldNotContain(Secret);
        app.Running.Process.Output.ShouldNotContain(new Uri(url).AbsolutePath);
    }

    [OwnHostFact]
    public async Task Another_teams_targets_are_neither_shown_nor_replaced()
    {
        (await SendAsync(HttpMethod.Get, "theirs", role: "service_owner", teams: ["ours"])).ShouldBeProblem(HttpStatusCode.Forbidden).GetProperty("type").GetString().ShouldBe("/errors/not-your-team");
        (await SendAsync(HttpMethod.Put, "theirs", """{"targets":[]}""", role: "service_owner", teams: ["ours"])).ShouldBeProblem(HttpStatusCode.Forbidden);
        (await SendAsync(HttpMethod.Put, "ours", """{"targets":[]}""", role: "service_owner", teams: ["ours"])).ShouldBe(HttpStatusCode.OK);
        (await app.Running.Database.ScalarAsync<int>("SELECT count(*) FROM slo.notification_lists WHERE team = 'theirs'")).ShouldBe(0);
    }

    [OwnHostTheory]
    [InlineData("", "body")]
    [InlineData("null", "body")]
    [InlineData("{}", "targets")]
    [InlineData("""{"targets":[null]}""", "targets[0]")]
    [InlineData("""{"targets":[{"name":7,"url":"https://example.com","format":"generic"}]}""", "targets[0].name")]
    [InlineData("""{"targets":[{"name":"a","url":"https://ann@example.com","format":"generic"}]}""", "targets[0].url")]
    [InlineData("""{"targets":[{"name":"a","url":"https://example.com","format":"fax"}]}""", "targets[0].format")]
    [InlineData("""{"targets":[{"name":"a","url":"https://example.com","format":"slack","events":["x"]}]}""", "targets[0].events[0]")]
    [InlineData("""{"targets":[{"name":"a","url":"https://example.com","format":"slack","secret":"short"}]}""", "targets[0].secret")]
    public async Task A_wrong_request_names_its_field_and_stores_nothing(string body, string field)
    {
        (await SendAsync(HttpMethod.Put, "wrong", body)).ShouldBeProblem(HttpStatusCode.BadRequest, field);

        (await app.Running.Database.ScalarAsync<int>("SELECT count(*) FROM slo.notification_targets WHERE team = 'wrong'")).ShouldBe(0);
    }

    [OwnHostFact]
    public async Task A_list_is_replaced_only_as_it_was_seen()
    {
        var first = await SendAsync(HttpMethod.Get, "tagged");
        string tag = first.Headers["ETag"];

        (await SendAsync(HttpMethod.Put, "tagged", """{"targets":[]}""", tag)).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Put, "tagged", """{"targets":[]}""", tag)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "If-Match");
        (await SendAsync(HttpMethod.Put, "tagged", """{"targets":[]}""", "*")).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Put, "tagged", """{"targets":[]}""", "no tag")).ShouldBeProblem(HttpStatusCode.BadRequest, "If-Match");
    }

    private static void ShouldBeSigned(string header, byte[] body)
    {
        string time = header.Split(',')[0]["t=".Length..];
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body];
        byte[] expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed);
        header.Split(',')[1].ShouldBe("v1=" + Convert.ToHexStringLower(expected));
    }

    private Task<Answer> DecideAsync(string service, string body) => app.Running.Api.SendAsItIsAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/services/{service}/slos")
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
        Headers = { Authorization = new("Bearer", app.Running.Issuer.Token("ann", ["sre_admin"], [], "ann@example.org")) },
    });

    // A person for each request: the limit is that of a person.
    private Task<Answer> SendAsync(HttpMethod method, string team, string? body = null, string? ifMatch = null, string role = "sre_admin", string[]? teams = null)
    {
        var request = new HttpRequestMessage(method, $"/api/v1/teams/{team}/notification-targets")
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", app.Running.Issuer.Token($"ann-{Guid.NewGuid():N}", [role], teams ?? [], "ann@example.org")) },
        };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return app.Running.Api.SendAsItIsAsync(request);
    }
}
