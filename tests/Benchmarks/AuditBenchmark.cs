using System.Diagnostics;
using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Benchmarks;

/// <summary>Pages of history, the verification and the appending of an audit log beside the same without filter, digest and chain.</summary>
public sealed class AuditBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Entries = 100_000;
    private const int Pages = 40;
    private const int Appended = 300;

    // Half of the entries belong to one service; one actor and one action match one entry in five hundred of them.
    private static readonly string[] Prepare =
    [
        "INSERT INTO slo.services (service_id) SELECT format('service-%s', i) FROM generate_series(0, 1000) i",
        $$"""
        INSERT INTO slo.slo_audit_log (service_id, action, actor, previous_slo, new_slo, rationale, details, "timestamp")
        SELECT s.id, CASE WHEN n % 1000 = 0 THEN 'reject' ELSE 'accept' END, CASE WHEN n % 1000 = 0 THEN 'rare@example.org' ELSE 'ann@example.org' END,
          '{"availability": 99.9, "latency_p99_ms": 250}', '{"availability": 99.95, "latency_p99_ms": 250}', repeat('because ', 12), '{"warnings": []}',
          timestamptz '2026-01-01Z' + n * interval '1 minute'
        FROM generate_series(1, {{Entries}}) n JOIN slo.services s ON s.service_id = format('service-%s', CASE WHEN n % 2 = 0 THEN 0 ELSE 1 + n % 1000 END)
        ORDER BY n
        """,
        "CREATE TABLE slo.unchained (LIKE slo.slo_audit_log INCLUDING ALL)",
        "ALTER TABLE slo.unchained ALTER sequence SET DEFAULT 0, ALTER hash SET DEFAULT sha256(''), ALTER previous_hash SET DEFAULT sha256(''), DROP CONSTRAINT unchained_service_id_sequence_key",
        "VACUUM ANALYZE",
    ];

    private static readonly (string Name, string? Actor, string? Action, string? To)[] Filters =
    [
        ("no filter", null, null, null),
        ("a rare actor", "rare@example.org", null, null),
        ("a rare action", null, "reject,expire", null),
        ("an actor and an action that never meet", "ann@example.org", "reject", null),
        ("an early time", null, null, "2026-01-02"),
    ];

    /// <inheritdoc/>
    public string Name => "audit";

    /// <inheritdoc/>
    public string Description => $"Audit log of {Entries} entries, half of them of one service: pages of 50, verification, appending";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        await using var owner = new NpgsqlConnection(servers.OwnerConnectionString);
        await owner.OpenAsync(cancellation);
        foreach (string sql in Prepare) await ExecuteAsync(owner, sql, cancellation);

        var results = new List<Comparison>();
        foreach (var (name, actor, action, to) in Filters)
        {
            results.Add(new($"95 % of pages, {name}", new("a page of 50", "ms", await PagesAsync(servers, actor, action, to, cancellation)), new("the last 50 by the primary order", "ms", await BareAsync(owner, cancellation))));
        }

        var verify = new VerifyAuditLog(new PostgresAuditChains(servers.Database), new TableAuditAnchors(null), TimeProvider.System);
        results.Add(new(
            $"verification of {Entries} entries",
            new("verified", "ms", await RepeatAsync(async () => (await verify.HandleAsync(cancellation)).Intact)),
            new("read and dropped", "ms", await RepeatAsync(async () => await StreamAsync(owner, cancellation) == Entries))));
        results.Add(new(
            $"appending {Appended} entries one by one, each its own commit",
            new("chained", "ms each", await RepeatAsync(() => AppendAsync(owner, "slo_audit_log", cancellation), Appended)),
            new("without a chain", "ms each", await RepeatAsync(() => AppendAsync(owner, "unchained", cancellation), Appended))));
        results.Add(new(
            "appending 1,000 entries of as many services at once",
            new("chained", "ms", await RepeatAsync(() => AppendManyAsync(owner, "slo_audit_log", cancellation))),
            new("without a chain", "ms", await RepeatAsync(() => AppendManyAsync(owner, "unchained", cancellation)))));
        return results;
    }

    // The worst page in twenty of each round, walking from the newest entry.
    private static async Task<List<double>> PagesAsync(AppServers servers, string? actor, string? action, string? to, CancellationToken cancellation)
    {
        var useCase = new GetSloHistory(new PostgresAuditHistory(servers.Database));
        var rounds = new List<double>();
        for (int round = -1; round < Rounds; round++)
        {
            var times = new List<double>();
            string? cursor = null;
            for (int page = 0; page < Pages; page++)
            {
                var query = HistoryQuery.Parse("service-0", actor, action, null, to, cursor, null).Value!;
                long start = Stopwatch.GetTimestamp();
                var answer = (await useCase.HandleAsync(query, cancellation)).Value!;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                cursor = answer.NextCursor;
            }

            if (round >= 0) rounds.Add(times.Order().ElementAt((Pages * 95 / 100) - 1));
        }

        return rounds;
    }

    private static async Task<List<double>> BareAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await RepeatAsync(() => ExecuteAsync(connection, "SELECT * FROM slo.slo_audit_log ORDER BY id DESC LIMIT 50", cancellation));

    private static Task<long> StreamAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        CountAsync(connection, "SELECT * FROM slo.slo_audit_log ORDER BY service_id, sequence", cancellation);

    private static async Task<bool> AppendAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        for (int i = 0; i < Appended; i++)
        {
            await ExecuteAsync(
                connection,
                $"INSERT INTO slo.{table} (service_id, action, actor, new_slo, rationale) SELECT id, 'accept', 'ann', '{{\"availability\": 99.9}}', 'because' FROM slo.services WHERE service_id = 'service-{i % 1000}'",
                cancellation);
        }

        return true;
    }

    private static Task<bool> AppendManyAsync(NpgsqlConnection connection, string table, CancellationToken cancellation) => ExecuteAsync(
        connection,
        $"INSERT INTO slo.{table} (service_id, action, actor, rationale) SELECT id, 'expire', 'system', 'because' FROM slo.services ORDER BY id LIMIT 1000",
        cancellation);

    private static async Task<List<double>> RepeatAsync(Func<Task<bool>> work, int pieces = 1)
    {
        var times = new List<double>();
        for (int round = -1; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            if (!await work()) throw new InvalidOperationException("What was measured did not do what it should.");
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds / pieces);
        }

        return times;
    }

    private static async Task<bool> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation) => await CountAsync(connection, sql, cancellation) >= 0;

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        long rows = 0;
        while (await reader.ReadAsync(cancellation)) rows++;
        return rows;
    }
}
