using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Observability;
using Npgsql;

namespace EndToEnd.Tests.Maintenance;

/// <summary>An app of its own, with services of the team of payments that promise 99.9 % and had a bad hour.</summary>
public sealed class MaintainedApp : IAsyncLifetime
{
    /// <summary>Whose services they are.</summary>
    public const string Team = "payments";

    private const int Requests = 1000;

    private RunningApp? running;
    private int callers;

    public Api Api => running!.Api;

    public AppDatabase Database => running!.Database;

    /// <summary>The hour in which half of all requests failed, six hours before the end of the last one stored.</summary>
    public DateTimeOffset BadHour { get; } = AppDatabase.LastHours(6).First();

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is null) running = await RunningApp.StartAsync(telemetry: null);
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }

    /// <summary>Registers a service with its SLO and two days of hours, one of which is bad.</summary>
    public async Task RegisterAsync(string service, string team = Team)
    {
        var nodes = new[] { new { service_id = service, metadata = new { team } } };
        (await Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes }))).ShouldBe(HttpStatusCode.Accepted);
        await Database.StoreHoursAsync(service, [.. AppDatabase.LastHours(48).Select(h => (h, h == BadHour ? 500L : 1000L))], Requests);
        await using var connection = await Database.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by)
            SELECT id, 99.9, 'manual', now() - interval '40 days', 'ann' FROM slo.services WHERE service_id = $1 ON CONFLICT DO NOTHING
            """,
            connection);
        command.Parameters.Add(new() { Value = service });
        await command.ExecuteNonQueryAsync();
        await using var through = new NpgsqlCommand("UPDATE slo.aggregation_progress SET through = $1", connection);
        through.Parameters.Add(new() { Value = BadHour.AddHours(6) });
        await through.ExecuteNonQueryAsync();
    }

    /// <summary>Announces maintenance, as somebody of the team unless another token is given.</summary>
    public Task<Answer> AnnounceAsync(string service, string body, string? token = null) => SendAsync(HttpMethod.Post, PathOf(service), token, body);

    /// <summary>Announces maintenance between two times.</summary>
    public Task<Answer> AnnounceAsync(string service, DateTimeOffset from, DateTimeOffset to, string? token = null) =>
        AnnounceAsync(service, JsonSerializer.Serialize(new { starts_at = Text(from), ends_at = Text(to), reason = "The database moves." }), token);

    /// <summary>Lists the windows of a service.</summary>
    public Task<Answer> ListAsync(string service, string? token = null) => SendAsync(HttpMethod.Get, PathOf(service), token);

    /// <summary>Takes a window back.</summary>
    public Task<Answer> EndAsync(string service, JsonElement window, string? token = null) =>
        SendAsync(HttpMethod.Delete, $"{PathOf(service)}/{window.GetProperty("window_id").GetString()}", token);

    /// <summary>Has a timer run.</summary>
    public async Task FireAsync(string timer) =>
        (await Api.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{timer}") { Content = new StringContent("{}") })).Status.ShouldBe(HttpStatusCode.Accepted);

    /// <summary>A token of somebody of a team whom nobody has seen yet.</summary>
    public string Owner(string team = Team) => Token("service_owner", [team]);

    /// <summary>A token of an administrator whom nobody has seen yet.</summary>
    public string Administrator() => Token("sre_admin", []);

    /// <summary>Waits until a sample of a service is told of that fits.</summary>
    public async Task<string> MetricsAsync(string name, string service, Func<(IReadOnlyDictionary<string, string> Labels, double Value), bool> fits) => await Eventually.GetAsync(
        async () => (await Api.GetAsync("/metrics")).Text,
        text => MetricsText.Samples(text, name).Any(s => s.Labels["service"] == service && fits(s)));

    /// <summary>A time as requests have it.</summary>
    public static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string PathOf(string service) => $"/api/v1/services/{Uri.EscapeDataString(service)}/maintenance-windows";

    private string Token(string role, string[] teams)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{role}-{Interlocked.Increment(ref callers)}");
        return running!.Issuer.Token(name, [role], teams, $"{name}@example.org");
    }

    private Task<Answer> SendAsync(HttpMethod method, string path, string? token, string? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Owner());
        return Api.SendAsync(request);
    }
}
