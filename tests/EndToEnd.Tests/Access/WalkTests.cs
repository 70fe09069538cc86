using System.Net;
using EndToEnd.Tests.App;
using SloFunctions.Application.Access;
using SloFunctions.Testing.Servers;
using SloFunctions.Testing.Tokens;

namespace EndToEnd.Tests.Access;

/// <summary>A walk over every operation with every kind of credential.</summary>
public sealed class WalkTests(AccessApp app) : IClassFixture<AccessApp>
{
    public static TheoryData<Operation> Operations => [.. Operation.All];

    [Fact]
    public void The_walk_leaves_no_operation_out() =>
        Operation.All.Select(o => o.Name).ShouldBe(EndpointPolicies.Operations, ignoreOrder: true);

    [Fact]
    public void The_policies_are_those_of_the_specification() =>
        Operation.All.ShouldAllBe(o => EndpointPolicies.Find(o.Name) == new EndpointPolicy(o.Role, o.NeedsUser, o.PerMinute));

    [OwnHostTheory]
    [MemberData(nameof(Operations))]
    public async Task Whoever_proves_nothing_is_not_let_in(Operation operation)
    {
        await ShouldBeUnauthenticatedAsync(operation, null, null);
        await ShouldBeUnauthenticatedAsync(operation, "X-API-Key", "");
        await ShouldBeUnauthenticatedAsync(operation, "X-API-Key", "slo_nonsense");
        await ShouldBeUnauthenticatedAsync(operation, "X-API-Key", app.Admin + "A");
        await ShouldBeUnauthenticatedAsync(operation, "X-API-Key", app.Revoked);
        await ShouldBeUnauthenticatedAsync(operation, "Authorization", "Bearer");
        await ShouldBeUnauthenticatedAsync(operation, "Authorization", "Bearer " + app.Revoked);
        await ShouldBeUnauthenticatedAsync(operation, "Authorization", "Basic YWRtaW46YWRtaW4=");
    }

    [OwnHostTheory]
    [MemberData(nameof(Operations))]
    public async Task No_forged_token_opens_anything(Operation operation)
    {
        foreach (var forged in ForgedTokens.All(app.Issuer).Where(t => t.CanBeSent))
            await ShouldBeUnauthenticatedAsync(operation, "Authorization", $"Bearer {forged.Token}", forged.Name);
    }

    [OwnHostTheory]
    [MemberData(nameof(Operations))]
    public async Task A_token_of_a_megabyte_is_refused_like_any_other(Operation operation)
    {
        string genuine = app.Issuer.Token("ann", ["sre_admin"], []);
        await ShouldBeUnauthenticatedAsync(operation, "Authorization", $"Bearer {genuine}{new string('A', 1_000_000)}", "1 MB");
    }

    [OwnHostTheory]
    [MemberData(nameof(Operations))]
    public async Task Two_credentials_are_one_too_many(Operation operation)
    {
        var request = operation.Request();
        request.Headers.Add("X-API-Key", app.Admin);
        request.Headers.Authorization = new("Bearer", app.Issuer.Token("ann", ["sre_admin"], []));

        var answer = await app.Api.SendAsItIsAsync(request);

        answer.Status.ShouldBe(operation.Role is null ? Open(operation) : HttpStatusCode.Unauthorized);
    }

    [OwnHostTheory]
    [MemberData(nameof(Operations))]
    public async Task A_key_opens_what_its_role_may_do_and_a_person_need_not_answer_for(Operation operation)
    {
        foreach (var (key, role) in new[] { (app.Viewer, Role.Viewer), (app.Owner, Role.ServiceOwner), (app.Admin, Role.SreAdmin) })
        {
            await ShouldBeLetInAsync(operation, role >= operation.Role && !operation.NeedsUser, "X-API-Key", key, $"{role} key");
            await ShouldBeLetInAsync(operation, role >= operation.Role && !operation.NeedsUser, "Authorization", $"Bearer {key}", $"{role} key as a bearer token");
        }
    }

    [OwnHostTheory]
    [MemberData(nameof(Operations))]
    public async Task A_token_opens_what_its_role_may_do(Operation operation)
    {
        (string? Name, Role? Role)[] roles = [(null, null), ("auditor", null), ("viewer", Role.Viewer), ("service_owner", Role.ServiceOwner), ("sre_admin", Role.SreAdmin)];
        foreach (var (name, role) in roles)
        {
            foreach (string algorithm in (string[])["RS256", "PS256", "ES256"])
            {
                string token = app.Issuer.Token($"{operation.Name} {name} {algorithm}", name is null ? [] : [name], ["payments"], algorithm: algorithm);
                await ShouldBeLetInAsync(operation, role >= operation.Role, "Authorization", $"Bearer {token}", $"{name ?? "no role"}, {algorithm}");
            }
        }
    }

    [OwnHostFact]
    public async Task A_foreign_teams_token_changes_nothing()
    {
        (await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"walk-payment","metadata":{"team":"payments"}}]}""")).ShouldBe(HttpStatusCode.Accepted);
        const string Change = """{"source":"manual","nodes":[{"service_id":"walk-payment","metadata":{"tier":3}}],"edges":[{"source":"walk-payment","target":"walk-bank"}]}""";
        string before = await app.Running.Database.StateAsync();

        foreach (string[] groups in (string[][])[[], ["search"], ["Payments"], ["payments "]])
        {
            var problem = (await IngestAsync(Change, app.Issuer.Token("olga", ["service_owner"], groups))).ShouldBeProblem(HttpStatusCode.Forbidden, "nodes[0].service_id");
            problem.GetProperty("type").GetString().ShouldBe("/errors/not-your-service");
        }

        (await app.Running.Database.StateAsync()).ShouldBe(before);
        (await IngestAsync(Change, app.Issuer.Token("petra", ["service_owner"], ["search", "payments"]))).ShouldBe(HttpStatusCode.Accepted);
    }

    private Task<Answer> IngestAsync(string json, string token) => app.Api.SendAsItIsAsync(new HttpRequestMessage(HttpMethod.Post, Api.Graph)
    {
        Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        Headers = { Authorization = new("Bearer", token) },
    });

    private async Task ShouldBeLetInAsync(Operation operation, bool mayEnter, string header, string value, string what)
    {
        var answer = await SendAsync(operation, header, value);
        if (operation.Role is null || mayEnter)
        {
            answer.Status.ShouldNotBe(HttpStatusCode.Unauthorized, what);
            answer.Status.ShouldNotBe(HttpStatusCode.Forbidden, what);
            ((int)answer.Status).ShouldBeLessThan(500, what);
        }
        else
        {
            answer.ShouldBeProblem(HttpStatusCode.Forbidden);
        }
    }

    private async Task ShouldBeUnauthenticatedAsync(Operation operation, string? header, string? value, string? what = null)
    {
        var answer = await SendAsync(operation, header, value);
        answer.Status.ShouldBe(operation.Role is null ? Open(operation) : HttpStatusCode.Unauthorized, what ?? value);
        if (operation.Role is null) return;
        answer.ShouldBeProblem(HttpStatusCode.Unauthorized);
        answer.Headers["WWW-Authenticate"].ShouldContain("Bearer");
        if (value is { Length: > 20 }) answer.Text.ShouldNotContain(value[^20..]);
    }

    private static HttpStatusCode Open(Operation operation) => operation.Name == "UnknownRoute" ? HttpStatusCode.NotFound : HttpStatusCode.OK;

    private Task<Answer> SendAsync(Operation operation, string? header, string? value)
    {
        var request = operation.Request();
        if (header is not null) request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        return app.Api.SendAsItIsAsync(request);
    }
}
