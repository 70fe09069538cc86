using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Recommendations;

namespace EndToEnd.Tests.Contract;

/// <summary>An app of its own, with something of everything that can be asked for.</summary>
public sealed class ContractApp : IAsyncLifetime
{
    private const int Cycles = 12;

    private static readonly string[] Chain = [.. Enumerable.Range(0, 16).Select(i => $"contract-{i}")];

    private readonly PlainApp app = new();

    public Api Api => app.Api;

    /// <summary>The document that the app serves.</summary>
    public ApiContract Contract { get; private set; } = null!;

    internal KnownThings Known { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        if (app.Issuer is null) return;
        Contract = new ApiContract((await Api.GetAsync("/api/v1/openapi.json")).ShouldBe(HttpStatusCode.OK));
        string ingestion = (await Api.IngestAsync(Graph())).ShouldBe(HttpStatusCode.Accepted).GetProperty("ingestion_id").GetString()!;
        if (app.Database is not null)
        {
            foreach (string service in Chain[..6]) await KnownHistory.ObserveAsync(app, service, 0.9995);
            // So much is asked about SLOs that most services need one; those at the end of the chain have none.
            foreach (var (i, service) in Chain[..12].Index()) await KnownHistory.PromiseAsync(app, service, i % 2 == 0 ? 99.9 : 99.5);
        }

        var recommendations = new List<(string, string)>();
        foreach (string service in Chain[..6])
            recommendations.Add((service, (await Api.GetAsync(Api.Recommendations(service))).ShouldBe(HttpStatusCode.OK).GetProperty("recommendation_id").GetString()!));
        var cycles = (await Api.GetAsync("/api/v1/circular-dependencies?limit=100")).ShouldBe(HttpStatusCode.OK).GetProperty("circular_dependencies");
        string[] cycleIds = [.. cycles.EnumerateArray().Select(c => c.GetProperty("id").GetString()!)];
        cycleIds.Length.ShouldBeGreaterThanOrEqualTo(Cycles);
        Known = new KnownThings(Chain, recommendations, new Dictionary<string, IReadOnlyList<string>> { ["cycle_id"] = cycleIds, ["ingestion_id"] = [ingestion], ["key_id"] = await KeysAsync(), ["rule_id"] = await RulesAsync(), ["window_id"] = await WindowsAsync(), ["run_id"] = await RunsAsync() });
    }

    /// <summary>Credentials of administrators, of people whom nobody else speaks for.</summary>
    internal Credentials CredentialsOf(string people) => new(Api.Key, app.Issuer!, people);

    public Task DisposeAsync() => app.DisposeAsync();

    // Each can be removed once; there is room for more.
    private async Task<string[]> RulesAsync() => (await app.Database!.ScalarAsync<string>(
        """
        WITH added AS (
          INSERT INTO slo.auto_approval_rules (name, conditions, created_by)
          SELECT 'contract' || n, '{"criticality": ["low"]}', 'contract' FROM generate_series(1, 120) n
          RETURNING id)
        SELECT string_agg(id::text, ' ') FROM added
        """)).Split(' ');

    // Of the service that examples are about, in a time that nobody announces anything for.
    private async Task<string[]> WindowsAsync() => (await app.Database!.ScalarAsync<string>(
        $"""
        WITH added AS (
          INSERT INTO slo.maintenance_windows (id, service_id, starts_at, ends_at, reason, retroactive, created_by, created_at)
          SELECT gen_random_uuid(), s.id, now() + interval '400 days' + n * interval '1 hour', now() + interval '400 days 1 minute' + n * interval '1 hour', 'contract', false, 'contract', now()
          FROM slo.services s, generate_series(1, 120) n
          WHERE s.service_id = '{Chain[0]}'
          RETURNING id)
        SELECT string_agg(id::text, ' ') FROM added
        """)).Split(' ');

    // They have ended, so that none stands in the way of others, and may be cancelled once more.
    private async Task<string[]> RunsAsync() => (await app.Database!.ScalarAsync<string>(
        """
        WITH added AS (
          INSERT INTO slo.recommendation_runs (id, scope, lookback_days, method, force, state, requested_by, requested_at, ended_at)
          SELECT gen_random_uuid(), 'all', 30, 'predictive', true, 'cancelled', 'contract', now(), now() FROM generate_series(1, 3)
          RETURNING id)
        SELECT string_agg(id::text, ' ') FROM added
        """)).Split(' ');

    // Each can be replaced or revoked once.
    private async Task<string[]> KeysAsync() => (await app.Database!.ScalarAsync<string>(
        """
        WITH added AS (
          INSERT INTO slo.api_keys (name, prefix, hash, role, created_by)
          SELECT 'contract', 'contract' || n, '$2a$12$' || repeat('a', 53), 'viewer', 'contract' FROM generate_series(1000, 1199) n
          RETURNING id)
        SELECT string_agg(id::text, ' ') FROM added
        """)).Split(' ');

    // A chain with alternatives and a soft end, and pairs that need each other.
    private static string Graph()
    {
        var edges = Enumerable.Range(0, Chain.Length - 1).Select(i => Edge(Chain[i], Chain[i + 1], i % 5 == 4 ? "soft" : "hard"))
            .Append(Edge(Chain[0], Chain[3], "hard"))
            .Concat(Enumerable.Range(0, Cycles).SelectMany(i => new[] { Edge($"round-{i}-a", $"round-{i}-b", "hard"), Edge($"round-{i}-b", $"round-{i}-a", "hard") }));
        return JsonSerializer.Serialize(new { source = "manual", edges });
    }

    private static object Edge(string source, string target, string criticality) => new { source, target, attributes = new { criticality } };
}
