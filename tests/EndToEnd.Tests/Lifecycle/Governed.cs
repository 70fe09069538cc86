using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Lifecycle;

/// <summary>Services with a known past, and people who decide about them.</summary>
internal sealed class Governed(PlainApp app)
{
    /// <summary>The team whose services they are.</summary>
    public const string Team = "payments";

    private const int Days = 40;

    private int callers;

    /// <summary>Registers services and lets each have served a thousand requests an hour, one of ten thousand of them badly.</summary>
    public async Task RegisterAsync(params string[] services)
    {
        var nodes = services.Select(s => new { service_id = s, metadata = new { team = Team, criticality = "low" } });
        (await app.Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes }))).ShouldBe(HttpStatusCode.Accepted);
        foreach (string service in services) await ObserveAsync(service);
    }

    /// <summary>Asks for the recommendations of a service.</summary>
    public async Task<JsonElement> RecommendAsync(string service, string query = "") =>
        (await app.Api.GetAsync(Api.Recommendations(service, query))).ShouldBe(HttpStatusCode.OK);

    /// <summary>Decides as an owner of the services, each time another one unless somebody is named.</summary>
    public Task<Answer> DecideAsync(string service, object body, string? owner = null, params (string Name, string Value)[] headers) =>
        DecideAsync(app.Api, service, body, OwnerToken(owner ?? NextOwner()), headers);

    /// <summary>Decides on any instance with any credential.</summary>
    public static Task<Answer> DecideAsync(Api api, string service, object body, string token, params (string Name, string Value)[] headers)
    {
        string json = body as string ?? JsonSerializer.Serialize(body);
        var request = new HttpRequestMessage(HttpMethod.Post, PathOf(service)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return api.SendAsync(request);
    }

    /// <summary>A token of somebody of the team.</summary>
    public string OwnerToken(string owner) => app.Issuer!.Token(owner, ["service_owner"], [Team], EmailOf(owner));

    /// <summary>Somebody of the team whom nobody has seen yet.</summary>
    public string NextOwner() => string.Create(CultureInfo.InvariantCulture, $"owner-{Interlocked.Increment(ref callers)}-{GetHashCode()}");

    /// <summary>By which the audit log names somebody.</summary>
    public static string EmailOf(string owner) => $"{owner}@example.org";

    /// <summary>Where the SLO of a service is.</summary>
    public static string PathOf(string service) => $"/api/v1/services/{Uri.EscapeDataString(service)}/slos";

    /// <summary>The SLO of a service and its entity tag.</summary>
    public async Task<(JsonElement Slo, string? Tag)> SloAsync(string service)
    {
        var answer = await app.Api.GetAsync(PathOf(service));
        return (answer.ShouldBe(HttpStatusCode.OK).GetProperty("slo"), answer.Headers.GetValueOrDefault("ETag"));
    }

    /// <summary>The audit log of a service, one line an entry, oldest first.</summary>
    public Task<string> AuditAsync(string service) => app.Database!.ScalarAsync<string>($$"""
        SELECT coalesce(string_agg(concat_ws(' ', l.action, l.actor, l.selected_tier, l.previous_slo #>> '{targets,availability}', '->', l.new_slo #>> '{targets,availability}'), E'\n' ORDER BY l."timestamp"), '')
        FROM slo.slo_audit_log l JOIN slo.services s ON s.id = l.service_id WHERE s.service_id = '{{service}}'
        """);

    private Task ObserveAsync(string service) => app.Database!.StoreHoursAsync(
        service, [.. AppDatabase.LastHours(Days * 24).Select((hour, i) => (hour, i % 10 == 0 ? 999L : 1000L))], 1000);
}
