using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Audit;

public sealed class HistoryTests(AuditApp app) : IClassFixture<AuditApp>
{
    private const string History = "/api/v1/services/audited/slo-history";

    [OwnHostFact]
    public async Task A_history_is_read_page_by_page_the_newest_first()
    {
        var sequences = new List<int>();
        string? cursor = null;
        do
        {
            var page = (await app.AskAsync($"{History}?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}")).ShouldBe(HttpStatusCode.OK);
            page.GetProperty("service_id").GetString().ShouldBe("audited");
            sequences.AddRange(page.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt32()));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        sequences.ShouldBe([7, 6, 5, 4, 3, 2, 1]);
    }

    [OwnHostFact]
    public async Task An_entry_tells_everything_and_its_SLOs_are_JSON()
    {
        var entry = (await app.AskAsync($"{History}?limit=1")).ShouldBe(HttpStatusCode.OK).GetProperty("entries")[0];

        entry.EnumerateObject().Select(p => p.Name).ShouldBe([
            "audit_id", "sequence", "action", "actor", "recommendation_id", "recommendation_set_id", "previous_slo", "new_slo", "selected_tier", "rationale",
            "modification_delta", "details", "timestamp", "hash",
        ]);
        entry.GetProperty("new_slo").GetProperty("availability").GetRawText().ShouldBe("99.90");
        entry.GetProperty("timestamp").GetString().ShouldBe("2026-03-01T19:00:00Z");
        entry.GetProperty("hash").GetString()!.Length.ShouldBe(64);
    }

    [OwnHostTheory]
    [InlineData("actor=bob", "6,3")]
    [InlineData("action=modify", "6,4,2")]
    [InlineData("action=modify,accept&actor=bob", "6,3")]
    [InlineData("from=2026-03-01T17:00:00Z", "7,6,5")]
    [InlineData("from=2026-03-01T14:00:00Z&to=2026-03-01T16:00:00Z", "3,2")]
    [InlineData("action=expire", "")]
    public async Task Filters_leave_what_they_name(string filter, string sequences)
    {
        var page = (await app.AskAsync($"{History}?{filter}")).ShouldBe(HttpStatusCode.OK);

        string.Join(',', page.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt32())).ShouldBe(sequences);
    }

    [OwnHostTheory]
    [InlineData("action=delete", "action")]
    [InlineData("action=", "action")]
    [InlineData("action=accept,,modify", "action")]
    [InlineData("actor=", "actor")]
    [InlineData("actor=%00", "actor")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-03-01T12:00:00%2B02:00", "from")]
    [InlineData("to=2026-13-01", "to")]
    [InlineData("from=2026-03-02&to=2026-03-01", "from")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=WyIxIl0", "cursor")]
    [InlineData("cursor=WyI5OTk5OTk5OTk5OTk5OTk5OTk5IiwiMSJd", "cursor")]
    public async Task A_wrong_parameter_is_named(string query, string field) =>
        (await app.AskAsync($"{History}?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, field);

    [OwnHostFact]
    public async Task A_quiet_service_has_an_empty_history_and_an_unknown_one_none()
    {
        (await app.AskAsync("/api/v1/services/quiet/slo-history")).ShouldBe(HttpStatusCode.OK).GetProperty("entries").GetArrayLength().ShouldBe(0);
        (await app.AskAsync("/api/v1/services/unknown/slo-history")).ShouldBeProblem(HttpStatusCode.NotFound);
    }
}
