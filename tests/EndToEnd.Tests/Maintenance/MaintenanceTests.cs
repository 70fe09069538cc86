using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Maintenance;

public sealed class MaintenanceTests(MaintainedApp app) : IClassFixture<MaintainedApp>
{
    [OwnHostFact]
    public async Task An_outage_costs_budget_until_it_is_known_to_have_been_maintenance_and_again_when_that_is_taken_back()
    {
        await app.RegisterAsync("upgraded");
        // 500 of the 48 that may be bad.
        await app.MetricsAsync("slo_error_budget_remaining", "upgraded", s => s.Value < -900);

        var window = (await app.AnnounceAsync("upgraded", app.BadHour, app.BadHour.AddHours(1), app.Administrator())).ShouldBe(HttpStatusCode.Created);
        window.GetProperty("retroactive").GetBoolean().ShouldBeTrue();
        (await app.ListAsync("upgraded")).ShouldBe(HttpStatusCode.OK).GetProperty("maintenance_pending").GetBoolean().ShouldBeTrue();
        await app.FireAsync("MeasureMaintenance");
        await Eventually.GetAsync(() => app.ListAsync("upgraded", app.Administrator()), a => !a.Json.GetProperty("maintenance_pending").GetBoolean());
        await app.MetricsAsync("slo_error_budget_remaining", "upgraded", s => s.Value == 100);

        (await app.EndAsync("upgraded", window)).ShouldBeProblem(HttpStatusCode.Forbidden);
        (await app.EndAsync("upgraded", window, app.Administrator())).ShouldBe(HttpStatusCode.OK).GetProperty("state").GetString().ShouldBe("removed");
        await app.MetricsAsync("slo_error_budget_remaining", "upgraded", s => s.Value < -900);
        (await AuditAsync(window)).ShouldBe("maintenance_announced sre_admin,maintenance_removed sre_admin");
    }

    [OwnHostFact]
    public async Task Maintenance_at_another_time_than_the_outage_saves_nothing()
    {
        await app.RegisterAsync("unlucky");
        (await app.AnnounceAsync("unlucky", app.BadHour.AddHours(1), app.BadHour.AddHours(3), app.Administrator())).ShouldBe(HttpStatusCode.Created);
        await app.FireAsync("MeasureMaintenance");
        await Eventually.GetAsync(() => app.ListAsync("unlucky", app.Administrator()), a => !a.Json.GetProperty("maintenance_pending").GetBoolean());

        // 500 of the 46 that may be bad now.
        await app.MetricsAsync("slo_error_budget_remaining", "unlucky", s => Math.Abs(s.Value - (100 * (1 - (500 / 46.0)))) < 1e-6);
    }

    [OwnHostFact]
    public async Task Somebody_of_the_team_announces_changes_and_takes_back_what_lies_ahead()
    {
        await app.RegisterAsync("planned");
        var start = TimeProvider.System.GetUtcNow().AddDays(1);
        var window = (await app.AnnounceAsync("planned", start.ToOffset(TimeSpan.FromHours(5.5)), start.AddHours(2))).ShouldBe(HttpStatusCode.Created);
        window.GetProperty("starts_at").GetString()!.ShouldEndWith("Z");
        (window.GetProperty("state").GetString(), window.GetProperty("retroactive").GetBoolean()).ShouldBe(("planned", false));

        var again = (await app.AnnounceAsync("planned", start, start.AddHours(2))).ShouldBe(HttpStatusCode.Created);
        again.GetRawText().ShouldBe(window.GetRawText());
        var overlap = (await app.AnnounceAsync("planned", start.AddHours(1), start.AddHours(3))).ShouldBeProblem(HttpStatusCode.Conflict);
        overlap.GetProperty("detail").GetString()!.ShouldContain(window.GetProperty("window_id").GetString()!);
        (await app.ListAsync("planned")).ShouldBe(HttpStatusCode.OK).GetProperty("windows").GetArrayLength().ShouldBe(1);

        (await app.EndAsync("planned", window)).ShouldBe(HttpStatusCode.OK).GetProperty("state").GetString().ShouldBe("removed");
        (await app.EndAsync("planned", window)).ShouldBeProblem(HttpStatusCode.NotFound);
        (await AuditAsync(window)).ShouldBe("maintenance_announced service_owner,maintenance_removed service_owner");
    }

    [OwnHostTheory]
    [InlineData("""{"starts_at":"$1","ends_at":"$2"}""", "reason")]
    [InlineData("""{"starts_at":"$2","ends_at":"$1","reason":"x"}""", "ends_at")]
    [InlineData("""{"starts_at":"2999-01-01T00:00:00Z","ends_at":"2999-01-01T01:00:00Z","reason":"x"}""", "starts_at")]
    [InlineData("""{"starts_at":"2026-01-01T00:00:00","ends_at":"$2","reason":"x"}""", "starts_at")]
    [InlineData("""{"starts_at":"$1","ends_at":"2999-01-01T01:00:00Z","reason":"x"}""", "ends_at")]
    [InlineData("""{"starts_at":"$1","ends_at":"$2","reason":"a\u0000b"}""", "reason")]
    [InlineData("""{"starts_at":"$1","ends_at":"$2","reason":"\u001b]0;x\u0007"}""", "reason")]
    [InlineData("""{"starts_at":"$1","ends_at":"$2","reason":"   "}""", "reason")]
    [InlineData("""{"starts_at":"$1","ends_at":"$2","reason":["x"]}""", "reason")]
    [InlineData("""{"starts_at":1767225600,"ends_at":"$2","reason":"x"}""", "starts_at")]
    public async Task What_makes_no_window_is_refused_by_the_name_of_the_field(string body, string field)
    {
        await app.RegisterAsync("misannounced");
        var start = TimeProvider.System.GetUtcNow().AddDays(1);
        string sent = body.Replace("$1", MaintainedApp.Text(start), StringComparison.Ordinal).Replace("$2", MaintainedApp.Text(start.AddHours(1)), StringComparison.Ordinal);

        (await app.AnnounceAsync("misannounced", sent)).ShouldBeProblem(HttpStatusCode.BadRequest, field);
        (await app.ListAsync("misannounced")).ShouldBe(HttpStatusCode.OK).GetProperty("windows").GetArrayLength().ShouldBe(0);
    }

    [OwnHostFact]
    public async Task A_reason_is_kept_as_it_was_said_whatever_it_is()
    {
        await app.RegisterAsync("hostile");
        const string Reason = "'); DROP TABLE slo.services; -- <script>alert(1)</script> {{7*7}} \u202e \ud83d\udca5 ${jndi:ldap://x}\nsecond line";
        var start = TimeProvider.System.GetUtcNow().AddDays(1);
        string body = JsonSerializer.Serialize(new { starts_at = MaintainedApp.Text(start), ends_at = MaintainedApp.Text(start.AddHours(1)), reason = Reason });

        (await app.AnnounceAsync("hostile", body)).ShouldBe(HttpStatusCode.Created).GetProperty("reason").GetString().ShouldBe(Reason);
        (await app.ListAsync("hostile")).ShouldBe(HttpStatusCode.OK).GetProperty("windows")[0].GetProperty("reason").GetString().ShouldBe(Reason);
    }

    [OwnHostFact]
    public async Task What_has_begun_and_what_is_another_teams_is_not_for_owners()
    {
        await app.RegisterAsync("foreign", "search");
        await app.RegisterAsync("late");
        var start = TimeProvider.System.GetUtcNow().AddDays(1);

        (await app.AnnounceAsync("foreign", start, start.AddHours(1))).ShouldBeProblem(HttpStatusCode.Forbidden, "service_id");
        (await app.ListAsync("foreign")).ShouldBeProblem(HttpStatusCode.Forbidden, "service_id");
        var window = (await app.AnnounceAsync("foreign", start, start.AddHours(1), app.Owner("search"))).ShouldBe(HttpStatusCode.Created);
        (await app.EndAsync("foreign", window)).ShouldBeProblem(HttpStatusCode.Forbidden, "service_id");
        (await app.AnnounceAsync("late", app.BadHour, app.BadHour.AddHours(1))).ShouldBeProblem(HttpStatusCode.Forbidden, "starts_at");
        (await app.ListAsync("nobody")).ShouldBeProblem(HttpStatusCode.NotFound);
        (await app.AnnounceAsync("nobody", start, start.AddHours(1))).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [OwnHostFact]
    public async Task No_more_than_a_tenth_of_four_weeks_is_left_out()
    {
        await app.RegisterAsync("always-maintained");
        var start = TimeProvider.System.GetUtcNow().AddDays(1);
        (await app.AnnounceAsync("always-maintained", start, start.AddHours(48))).ShouldBe(HttpStatusCode.Created);

        (await app.AnnounceAsync("always-maintained", start.AddDays(5), start.AddDays(5).AddHours(20))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ends_at");
    }

    private Task<string> AuditAsync(JsonElement window) => app.Database.ScalarAsync<string>($"""
        SELECT string_agg(concat(action, ' ', split_part(actor, '-', 1)), ',' ORDER BY sequence) FROM slo.admin_audit_log
        WHERE subject_type = 'maintenance_window' AND subject_id = '{window.GetProperty("window_id").GetString()}'
        """);
}
