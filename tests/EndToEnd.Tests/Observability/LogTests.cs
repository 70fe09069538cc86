using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Observability;

public sealed class LogTests : IAsyncLifetime
{
    private const string Secret = "a-secret-nobody-may-see";

    private RunningApp app = null!;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        app = await RunningApp.StartAsync(
            PrometheusServer.StartAsync(Directory.CreateTempSubdirectory("slofunctions-").FullName),
            new Dictionary<string, string> { ["Logging__Format"] = "json" });
    }

    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    [OwnHostFact]
    public async Task A_line_is_JSON_with_the_ids_of_the_request_and_the_values_as_fields()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"logged","metadata":{}}],"edges":[]}""");
        var request = new HttpRequestMessage(HttpMethod.Get, Api.Recommendations("logged"));
        request.Headers.Add("X-Request-Id", "req-789");
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        var answer = await app.Api.SendAsync(request);

        answer.ShouldBe(HttpStatusCode.OK);
        answer.Headers["X-Request-Id"].ShouldBe("req-789");
        var line = await LineAsync("Recommendation generated");
        line.GetProperty("level").GetString().ShouldBe("INFO");
        line.GetProperty("timestamp").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        line.GetProperty("logger").GetString()!.ShouldStartWith("SloFunctions.Application.Recommendations.");
        line.GetProperty("service_id").GetString().ShouldBe("logged");
        line.GetProperty("sli_type").GetString().ShouldBe("availability");
        line.GetProperty("balanced_target").ValueKind.ShouldBeOneOf(JsonValueKind.Number, JsonValueKind.Null);
        line.GetProperty("confidence").GetDouble().ShouldBeInRange(0, 1);
        line.GetProperty("duration_ms").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
        line.GetProperty("request_id").GetString().ShouldBe("req-789");
        line.GetProperty("trace_id").GetString().ShouldBe(Trace);
        line.GetProperty("span_id").GetString()!.Length.ShouldBe(16);
        (await LineAsync("Graph ingested")).GetProperty("nodes").GetInt32().ShouldBe(1);
        (await LineAsync("The availability recommendation for logged has the low confidence")).GetProperty("level").GetString().ShouldBe("WARNING");
    }

    [OwnHostFact]
    public async Task Without_the_database_metrics_say_so_and_no_line_holds_a_secret()
    {
        (await app.Api.GetAsync("/api/v1/services")).ShouldBe(HttpStatusCode.OK);
        await app.Postgres.StopAsync();

        var metrics = await app.Api.GetAsync("/metrics");
        metrics.Status.ShouldBe(HttpStatusCode.OK);
        MetricsText.Samples(metrics.Text, "slo_up").ShouldHaveSingleItem().Value.ShouldBe(0);
        MetricsText.Samples(metrics.Text, "slo_engine_circuit_breaker_state").ShouldHaveSingleItem().Value.ShouldBe(0);
        (await Promtool.CheckAsync(metrics.Text)).ShouldBeEmpty();

        string unknown = app.Api.Key[..^2] + (app.Api.Key.EndsWith("AA", StringComparison.Ordinal) ? "EE" : "AA");
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/services");
        request.Headers.Add("X-API-Key", unknown);
        request.Headers.Add("X-Request-Id", "no id: " + Secret);
        var answer = await app.Api.SendAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Guid.TryParse(answer.Headers["X-Request-Id"], out _).ShouldBeTrue();
        var line = await LineAsync("postgresql is unavailable");
        line.GetProperty("exception").GetString()!.ShouldContain("NpgsqlException");
        line.GetProperty("exception").GetString()!.ShouldNotContain("\n");
        app.Process.Output.ShouldNotContain(Secret);
        app.Process.Output.ShouldNotContain(unknown[17..^2]);
        app.Process.Output.ShouldNotContain(AppDatabase.Password);
    }

    private Task<JsonElement> LineAsync(string message) => Eventually.GetAsync(
        () => Task.FromResult(Lines().FirstOrDefault(l => l.GetProperty("message").GetString()!.StartsWith(message, StringComparison.Ordinal))),
        line => line.ValueKind == JsonValueKind.Object);

    // What is written before the host listens is for people.
    private IEnumerable<JsonElement> Lines() => app.Process.Output.Split('\n')
        .SkipWhile(line => !line.StartsWith("Listening on", StringComparison.Ordinal)).Skip(1)
        .Where(line => line.Length > 0)
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line));
}
