using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Audit;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Tests.AzureTables;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Postgres.Audit;

[Collection(PostgresTests.Name)]
public sealed class AnchorTests(PostgresFixture server, TableServer tables) : IClassFixture<TableServer>, IAsyncLifetime, IDisposable
{
    private readonly MigratedDatabase database = new(server);
    private readonly AuditInstruments instruments = new();
    private TableAuditAnchors anchors = null!;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        anchors = Anchors(tables.ConnectionString, tables.NextTable());
        await database.AppendAsync([.. Enumerable.Range(0, 12).Select(i => ChainedLogs.Entry(i % 2 == 0 ? "checkout" : "payment"))]);
    }

    public Task DisposeAsync() => database.DisposeAsync();

    public void Dispose() => instruments.Dispose();

    [Fact]
    public async Task Heads_are_anchored_once_and_again_when_they_have_moved()
    {
        (await AnchorAsync()).ShouldBe(new AnchoringReport(2, 0));
        (await AnchorAsync()).ShouldBe(new AnchoringReport(0, 0));
        await database.AppendAsync(ChainedLogs.Entry("checkout"), ChainedLogs.Entry("search"));
        (await database.VerifyAsync(anchors)).Anchors.ShouldBe(new Application.Audit.Documents.AnchorsDocument("compared", 2, 1));

        (await AnchorAsync()).ShouldBe(new AnchoringReport(2, 0));

        var found = await database.VerifyAsync(anchors);
        (found.Intact, found.Anchors.Compared, found.Anchors.Missing).ShouldBe((true, 3, 0));
        (await anchors.ReadAsync(AuditLogs.Targets, CancellationToken.None)).Select(a => a.Head.Sequence).Order().ShouldBe([1, 6, 7]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_tail_that_was_cut_off_together_with_its_head_is_told_by_the_anchor_whatever_grew_since(int grown)
    {
        await AnchorAsync();
        await database.CutOffAsync("checkout", keep: 4);
        for (int i = 0; i < grown; i++) await database.AppendAsync(ChainedLogs.Entry("checkout"));
        (await database.VerifyAsync()).Breaks.ShouldBeEmpty("Nothing in the database tells.");

        (await AnchorAsync()).ShouldBe(new AnchoringReport(0, 1), "The anchor stays.");

        var broken = (await database.VerifyAsync(anchors)).Breaks.ShouldHaveSingleItem();
        (broken.Kind, broken.ServiceId, broken.Sequence).ShouldBe(("anchor_mismatch", "checkout", 6L));
    }

    [Fact]
    public async Task A_whole_chain_that_is_gone_is_told_by_its_anchor()
    {
        await AnchorAsync();
        await database.TamperAsync("""
            DELETE FROM slo.slo_audit_log l USING slo.services s WHERE s.id = l.service_id AND s.service_id = 'checkout';
            DELETE FROM slo.audit_heads h USING slo.services s WHERE s.id = h.chain_id AND s.service_id = 'checkout'
            """);

        (await AnchorAsync()).ShouldBe(new AnchoringReport(0, 1));
        (await database.VerifyAsync(anchors)).Breaks.ShouldHaveSingleItem().Kind.ShouldBe("anchor_mismatch");
    }

    [Fact]
    public async Task A_head_that_its_chain_does_not_hold_is_not_anchored()
    {
        await database.TamperAsync("UPDATE slo.audit_heads h SET hash = sha256('x') FROM slo.services s WHERE s.id = h.chain_id AND s.service_id = 'checkout'");

        (await AnchorAsync()).ShouldBe(new AnchoringReport(1, 1));
    }

    [Fact]
    public async Task Each_look_counts_the_chains_that_are_broken_by_their_log()
    {
        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, instruments)) own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            string series = $"{instrument.Name} {tags[0].Key}={tags[0].Value}";
            counted[series] = counted.GetValueOrDefault(series) + value;
        });
        listener.Start();
        const string Targets = $"{AuditInstruments.BrokenChains} log={AuditLogs.Targets}";
        const string Administration = $"{AuditInstruments.BrokenChains} log={AuditLogs.Administration}";
        await AnchorAsync();
        counted.ShouldBe(new Dictionary<string, long> { [Targets] = 0, [Administration] = 0 }, ignoreOrder: true);
        await database.TamperAsync("""
            UPDATE slo.audit_heads h SET hash = sha256('x') FROM slo.services s WHERE s.id = h.chain_id AND s.service_id = 'checkout';
            DELETE FROM slo.slo_audit_log l USING slo.services s WHERE s.id = l.service_id AND s.service_id = 'payment';
            DELETE FROM slo.audit_heads h USING slo.services s WHERE s.id = h.chain_id AND s.service_id = 'payment'
            """);

        await AnchorAsync();
        counted[Targets].ShouldBe(2);
        await AnchorAsync();

        counted[Targets].ShouldBe(4);
        counted[Administration].ShouldBe(0);
    }

    [Fact]
    public async Task An_anchor_that_somebody_else_has_moved_is_left_alone()
    {
        await AnchorAsync();
        var seen = (await anchors.ReadAsync(AuditLogs.Targets, CancellationToken.None))[0];
        (await anchors.SetAsync(AuditLogs.Targets, seen.Head with { Sequence = 9 }, seen, CancellationToken.None)).ShouldBeTrue();

        (await anchors.SetAsync(AuditLogs.Targets, seen.Head with { Sequence = 8 }, seen, CancellationToken.None)).ShouldBeFalse();
        (await anchors.SetAsync(AuditLogs.Targets, seen.Head with { Sequence = 7 }, null, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Thousands_of_chains_are_anchored_and_compared()
    {
        await database.AppendAsync([.. Enumerable.Range(0, 1200).Select(i => ChainedLogs.Entry($"many-{i}"))]);

        (await AnchorAsync()).ShouldBe(new AnchoringReport(1202, 0));

        var found = await database.VerifyAsync(anchors);
        (found.Intact, found.Anchors.Compared).ShouldBe((true, 1202));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_told_of_and_keeps_nobody_from_verifying()
    {
        string nobody = $"TableEndpoint=http://127.0.0.1:{FreePort.Next()}";
        var away = Anchors(Regex.Replace(tables.ConnectionString, @"TableEndpoint=http://127\.0\.0\.1:\d+", nobody, RegexOptions.None, TimeSpan.FromSeconds(1)), "gone");

        var found = await database.VerifyAsync(away);

        (found.Intact, found.Anchors.Status).ShouldBe((true, "unavailable"));
        await Should.ThrowAsync<DependencyUnavailableException>(() => away.ReadAsync(AuditLogs.Targets, CancellationToken.None));
    }

    private static TableAuditAnchors Anchors(string connectionString, string table) => TableAuditAnchors.Find(
        new AuditAnchorOptions { ConnectionString = connectionString, TableName = table, Timeout = TimeSpan.FromSeconds(10) },
        new ConfigurationBuilder().Build(),
        () => throw new InvalidOperationException("No token is needed."));

    private Task<AnchoringReport?> AnchorAsync() =>
        new AnchorAuditHeads(database.Chains(), anchors, instruments, NullLogger<AnchorAuditHeads>.Instance).HandleAsync(CancellationToken.None);
}
