using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Reports;

[Collection(PlainAppTests.Name)]
public sealed class BreachRateTests(PlainApp app) : IAsyncLifetime
{
    private const string Graph = """
        {"source":"manual","nodes":[{"service_id":"report-kept"},{"service_id":"report-missed"},{"service_id":"report-late"},{"service_id":"report-silent"}],
         "edges":[{"source":"report-missed","target":"report-kept"}]}
        """;

    // May 2020, which no other test knows: its window begins on the 4th. A thousand requests a day, one of a hundred slower than 250 ms.
    private const string History = """
        SELECT slo.ensure_partitions('2020-05-01Z', '2020-06-01Z');
        INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ('{0.1,0.25,1}') ON CONFLICT DO NOTHING;
        INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
        SELECT s.id, d, l.id, 24, CASE WHEN d = '2020-05-04Z' THEN first.good ELSE 1000 END, 1000, d, '{500,990,1000,1000}'
        FROM slo.services s
          JOIN (VALUES ('report-kept', 972), ('report-missed', 971), ('report-late', 0)) AS first (service, good) ON first.service = s.service_id,
          slo.latency_bucket_layouts l, generate_series('2020-05-03Z'::timestamptz, '2020-06-01Z', '24 hours') d
        WHERE l.bounds = '{0.1,0.25,1}'
        ON CONFLICT DO NOTHING;
        INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, source, activated_at, activated_by)
        SELECT s.id, 99.9, v.percentile, v.threshold, 'manual', v.since::timestamptz, 'test'
        FROM slo.services s
          JOIN (VALUES ('report-kept', 99, 250, '2020-05-04Z'), ('report-missed', 99.5, 250, '2020-04-01Z'), ('report-late', 99, 300, '2020-05-05Z'), ('report-silent', 99, 250, '2020-01-01Z'))
            AS v (service, percentile, threshold, since) ON v.service = s.service_id
        ON CONFLICT DO NOTHING
        """;

    public async Task InitializeAsync()
    {
        if (app.Database is not { } database) return;
        (await app.Api.IngestAsync(Graph)).ShouldBe(HttpStatusCode.Accepted);
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(History, connection);
        await command.ExecuteNonQueryAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [OwnHostFact]
    public async Task A_month_tells_what_was_promised_and_what_came()
    {
        var report = (await app.Api.GetAsync($"{Api.BreachRate}?month=2020-05")).ShouldBe(HttpStatusCode.OK);

        report.Names().ShouldBe([
            "generated_at", "first_month", "last_month", "window_days", "confidence", "fewest_for_verdict", "note", "availability", "latency", "breached"]);
        var availability = report.GetProperty("availability").GetProperty("total");
        Figures(availability).ShouldBe((2, 1, 0.5));
        availability.GetProperty("not_judged").GetProperty("activated_during_window").GetInt32().ShouldBe(1);
        availability.GetProperty("not_judged").GetProperty("too_little_telemetry").GetInt32().ShouldBe(1);
        availability.GetProperty("promise").GetProperty("verdict").GetString().ShouldBe("too_few");
        Figures(report.GetProperty("latency").GetProperty("total")).ShouldBe((2, 1, 0.5));
        report.GetProperty("availability").GetProperty("months")[0].GetProperty("window").GetProperty("start").GetString().ShouldBe("2020-05-04T00:00:00Z");
        Breached(report).ShouldBe([("report-missed", "availability", 99.8964285714), ("report-missed", "latency", 99)]);
    }

    [OwnHostFact]
    public async Task Breached_objectives_come_page_by_page()
    {
        var first = (await app.Api.GetAsync($"{Api.BreachRate}?month=2020-05&limit=1")).ShouldBe(HttpStatusCode.OK);
        string cursor = first.GetProperty("breached").GetProperty("next_cursor").GetString()!;
        var second = (await app.Api.GetAsync($"{Api.BreachRate}?month=2020-05&limit=1&cursor={cursor}")).ShouldBe(HttpStatusCode.OK);

        Breached(first).Concat(Breached(second)).Select(b => b.Type).ShouldBe(["availability", "latency"]);
        second.GetProperty("breached").GetProperty("next_cursor").GetString().ShouldBeNull();
    }

    [OwnHostFact]
    public async Task An_SLO_is_not_held_against_months_before_it()
    {
        var months = (await app.Api.GetAsync($"{Api.BreachRate}?month=2020-06&months=3")).ShouldBe(HttpStatusCode.OK)
            .GetProperty("availability").GetProperty("months").EnumerateArray().ToArray();

        months.Select(m => m.GetProperty("month").GetString()).ShouldBe(["2020-04", "2020-05", "2020-06"]);
        months.Select(m => m.GetProperty("figures").GetProperty("judged").GetInt32()).ShouldBe([0, 2, 0]);
        // In force in April: one for too short a time, one without telemetry; in June nobody has telemetry.
        months.Select(m => m.GetProperty("figures").GetProperty("not_judged").GetProperty("activated_during_window").GetInt32()).ShouldBe([0, 1, 0]);
        months.Select(m => m.GetProperty("figures").GetProperty("not_judged").GetProperty("too_little_telemetry").GetInt32()).ShouldBe([2, 1, 4]);
    }

    [Fact]
    public async Task A_month_before_every_SLO_is_all_zeros_and_nulls()
    {
        var total = (await app.Api.GetAsync($"{Api.BreachRate}?month=2001-02&months=12")).ShouldBe(HttpStatusCode.OK).GetProperty("availability").GetProperty("total");

        total.GetProperty("judged").GetInt32().ShouldBe(0);
        total.GetProperty("realised_breach_rate").ValueKind.ShouldBe(JsonValueKind.Null);
        total.GetProperty("interval").ValueKind.ShouldBe(JsonValueKind.Null);
        total.GetProperty("promise").GetProperty("mean_breach_probability").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static (int Judged, int Breached, double Rate) Figures(JsonElement figures) => (
        figures.GetProperty("judged").GetInt32(), figures.GetProperty("breached").GetInt32(), figures.GetProperty("realised_breach_rate").GetDouble());

    private static IEnumerable<(string Service, string Type, double Achieved)> Breached(JsonElement report) =>
        report.GetProperty("breached").GetProperty("objectives").EnumerateArray().Select(o => (
            o.GetProperty("service_id").GetString()!, o.GetProperty("sli_type").GetString()!, o.GetProperty("achieved").GetDouble()));
}
