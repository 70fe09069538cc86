using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Audit;

public sealed class VerificationTests(AuditApp app) : IClassFixture<AuditApp>
{
    private const string Verification = "/api/v1/audit/verification";

    [OwnHostFact]
    public async Task A_superusers_edit_of_one_byte_is_told_with_its_row_by_the_answer_and_by_the_command()
    {
        await AnchorAsync();
        var before = (await app.AskAsync(Verification)).ShouldBe(HttpStatusCode.OK);
        before.GetProperty("intact").GetBoolean().ShouldBeTrue();
        (before.GetProperty("services").GetInt32(), before.GetProperty("breaks").GetArrayLength()).ShouldBe((2, 0));
        before.GetProperty("entries").GetInt32().ShouldBeGreaterThan(12, "The keys' log is part of it.");
        before.GetProperty("anchors").GetProperty("status").GetString().ShouldBe("compared");
        before.GetProperty("anchors").GetProperty("compared").GetInt32().ShouldBe(3);
        (await app.RunCommandAsync("verify")).Code.ShouldBe(0);

        string id = await app.Running.Database.ScalarAsync<string>("""
            ALTER TABLE slo.slo_audit_log DISABLE TRIGGER slo_audit_log_append_only;
            UPDATE slo.slo_audit_log l SET rationale = 'becausf 3' FROM slo.services s
              WHERE s.id = l.service_id AND s.service_id = 'edited' AND l.sequence = 3 RETURNING l.id::text;
            ALTER TABLE slo.slo_audit_log ENABLE ALWAYS TRIGGER slo_audit_log_append_only
            """);

        var after = (await app.AskAsync(Verification)).ShouldBe(HttpStatusCode.OK);
        after.GetProperty("intact").GetBoolean().ShouldBeFalse();
        ShouldNameTheRow(after, id);
        var (code, output, error) = await app.RunCommandAsync("verify");
        (code, error).ShouldBe((1, ""));
        output.ShouldContain("changed");
        output.ShouldContain("service edited");
        output.ShouldContain("sequence 3");
        output.ShouldContain($"id {id}");
        var (jsonCode, json, _) = await app.RunCommandAsync("verify", "--json");
        jsonCode.ShouldBe(1);
        using var document = JsonDocument.Parse(json);
        ShouldNameTheRow(document.RootElement, id);
    }

    private static void ShouldNameTheRow(JsonElement answer, string id)
    {
        answer.GetProperty("breaks_total").GetInt32().ShouldBe(1);
        var broken = answer.GetProperty("breaks")[0];
        (broken.GetProperty("log").GetString(), broken.GetProperty("kind").GetString()).ShouldBe(("slo_audit_log", "changed"));
        (broken.GetProperty("service_id").GetString(), broken.GetProperty("sequence").GetInt32(), broken.GetProperty("audit_id").GetString()).ShouldBe(("edited", 3, id));
    }

    private async Task AnchorAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/AnchorAuditHeads") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        (await app.Running.Api.SendAsync(request)).Status.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.GetAsync(
            async () => (await app.AskAsync(Verification)).ShouldBe(HttpStatusCode.OK).GetProperty("anchors").GetProperty("missing").GetInt32(),
            missing => missing == 0);
    }
}
