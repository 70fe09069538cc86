using System.Net;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Access;

public sealed class ApiKeyTests(AccessApp app) : IClassFixture<AccessApp>
{
    private const string Keys = "/api/v1/api-keys";

    [OwnHostFact]
    public async Task An_administrator_issues_replaces_and_revokes_keys()
    {
        var issued = (await SendAsync(HttpMethod.Post, Keys, """{"name":"backstage","role":"viewer","expires_in_days":90}""")).ShouldBe(HttpStatusCode.Created);
        string first = issued.GetProperty("api_key").GetString()!;
        string id = issued.GetProperty("key").GetProperty("key_id").GetString()!;
        issued.GetProperty("key").GetProperty("created_by").GetString().ShouldBe("ann@example.org");
        (await UseAsync(first)).ShouldBe(HttpStatusCode.OK);

        var replaced = (await SendAsync(HttpMethod.Post, $"{Keys}/{id}/rotate", null)).ShouldBe(HttpStatusCode.Created);
        string second = replaced.GetProperty("api_key").GetString()!;
        (await UseAsync(second)).ShouldBe(HttpStatusCode.OK);
        (await UseAsync(first)).Status.ShouldBe(HttpStatusCode.Unauthorized, "It ended at once.");

        string secondId = replaced.GetProperty("key").GetProperty("key_id").GetString()!;
        (await SendAsync(HttpMethod.Delete, $"{Keys}/{secondId}", null)).ShouldBe(HttpStatusCode.OK).GetProperty("revoked_at").ValueKind.ShouldBe(JsonValueKind.String);
        (await UseAsync(second)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(HttpMethod.Post, $"{Keys}/{secondId}/rotate", null)).ShouldBeProblem(HttpStatusCode.NotFound);

        var listed = await SendAsync(HttpMethod.Get, $"{Keys}?limit=500", null);
        listed.ShouldBe(HttpStatusCode.OK).GetProperty("api_keys").EnumerateArray().Select(k => k.GetProperty("key_id").GetString()).ShouldContain(id);
        listed.Text.ShouldNotContain(first[17..]);
        listed.Text.ShouldNotContain("$2a$");
    }

    [OwnHostTheory]
    [InlineData("", null)]
    [InlineData("{", null)]
    [InlineData("null", "body")]
    [InlineData("""{"name":"x"}""", "role")]
    [InlineData("""{"name":"x","role":"service_owner"}""", "team")]
    [InlineData("""{"name":"x","role":"viewer","rate_limits":{"*":-1}}""", "rate_limits.*")]
    public async Task A_wrong_request_names_its_field_and_issues_nothing(string body, string? field)
    {
        int before = await app.Running.Database.ScalarAsync<int>("SELECT count(*) FROM slo.api_keys");

        (await SendAsync(HttpMethod.Post, Keys, body)).ShouldBeProblem(HttpStatusCode.BadRequest, field);

        (await app.Running.Database.ScalarAsync<int>("SELECT count(*) FROM slo.api_keys")).ShouldBe(before);
    }

    [OwnHostFact]
    public async Task An_owners_graph_is_taken_where_it_is_the_owners()
    {
        (await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"own-payment","metadata":{"team":"payments"}},{"service_id":"own-search","metadata":{"team":"discovery"}}]}"""))
            .ShouldBe(HttpStatusCode.Accepted);

        (await IngestAsOwnerAsync("""{"source":"manual","edges":[{"source":"own-payment","target":"own-search"}]}""")).ShouldBe(HttpStatusCode.Accepted);
        (await IngestAsOwnerAsync("""{"source":"manual","nodes":[{"service_id":"own-payment","metadata":{"tier":1}}],"edges":[{"source":"own-search","target":"own-payment"}]}"""))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "edges[0].source");
        (await app.Running.Database.ScalarAsync<int>("SELECT count(*) FROM slo.services WHERE service_id = 'own-payment' AND tier IS NULL")).ShouldBe(1);
    }

    private Task<Answer> UseAsync(string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/services");
        request.Headers.Add(Api.KeyHeader, key);
        return app.Api.SendAsItIsAsync(request);
    }

    private Task<Answer> IngestAsOwnerAsync(string json) => app.Api.SendAsItIsAsync(new HttpRequestMessage(HttpMethod.Post, Api.Graph)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
        Headers = { { Api.KeyHeader, app.Owner } },
    });

    // A person for each request: the limit is that of a person.
    private Task<Answer> SendAsync(HttpMethod method, string path, string? body) => app.Api.SendAsItIsAsync(new HttpRequestMessage(method, path)
    {
        Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        Headers = { Authorization = new("Bearer", app.Issuer.Token($"ann-{Guid.NewGuid():N}", ["sre_admin"], [], "ann@example.org")) },
    });
}
