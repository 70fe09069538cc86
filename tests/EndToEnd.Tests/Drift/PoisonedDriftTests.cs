using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Drift;

public sealed class PoisonedDriftTests(DriftApp app) : IClassFixture<DriftApp>
{
    private const string Poisoned = "drift-poisoned";
    private const string Slower = "drift-slower";

    private const string Poison = $"""
        CREATE FUNCTION slo.poison() RETURNS trigger LANGUAGE plpgsql AS $poison$
        BEGIN
          IF NEW.service_id = (SELECT id FROM slo.services WHERE service_id = '{Poisoned}') THEN RAISE EXCEPTION 'poisoned'; END IF;
          RETURN NEW;
        END $poison$;
        CREATE TRIGGER a_poison BEFORE INSERT ON slo.slo_audit_log FOR EACH ROW EXECUTE FUNCTION slo.poison();
        """;

    private Api Api => app.Running.Api;

    [OwnHostFact]
    public async Task A_service_whose_drift_can_never_be_noted_costs_its_own_entry_and_not_the_sweep()
    {
        var nodes = new[] { Slower, Poisoned }.Select(s => new { service_id = s, metadata = new { team = "drifters", criticality = "critical" } });
        (await Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes }))).ShouldBe(HttpStatusCode.Accepted);
        await using (var connection = await app.Running.Database.OpenAsync())
        await using (var command = new NpgsqlCommand(Poison, connection)) await command.ExecuteNonQueryAsync();

        // The first sweep learns what is usual.
        await Api.DetectDriftAsync();
        await Api.DetectDriftAsync();
        await Api.DetectDriftAsync();

        (await EntriesAsync(Slower)).ShouldBe(1);
        (await EntriesAsync(Poisoned)).ShouldBe(0);
        string[] log = app.Running.Process.Output.Split("Drift was not looked for in all services: 1 failed, 0 are left");
        log.Length.ShouldBe(3);
        log[0].ShouldContain($"A drift of {Poisoned} could not be noted");
    }

    private Task<int> EntriesAsync(string service) => app.Running.Database.ScalarAsync<int>(
        $"SELECT count(*) FROM slo.slo_audit_log l JOIN slo.services s ON s.id = l.service_id WHERE l.action = 'drift_triggered' AND s.service_id = '{service}'");
}
