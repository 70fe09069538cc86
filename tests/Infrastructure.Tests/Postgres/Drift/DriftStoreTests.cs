using SloFunctions.Application.Audit;
using SloFunctions.Application.Drift;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Drift;

namespace SloFunctions.Infrastructure.Tests.Postgres.Drift;

[Collection(PostgresTests.Name)]
public sealed class DriftStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceId service = ServiceId.Of($"service-{Guid.NewGuid():N}");

    private PostgresDatabase Open => new(database.Application);

    private PostgresDriftStore Store => new(Open);

    private PostgresBaselineStore Baselines => new(Open);

    private PostgresReevaluationBacklog Backlog => new(Open);

    [Fact]
    public async Task A_baseline_comes_back_as_it_was_learnt()
    {
        await RegisterAsync();
        var learnt = Learnt();

        (await SaveAsync(learnt)).ShouldBe(1);

        var read = (await Store.ReadBaselinesAsync([service], CancellationToken.None)).ShouldHaveSingleItem();
        read.Version.ShouldBe(1);
        read.Baseline.HourMedians.ShouldBe(learnt.Baseline.HourMedians);
        (read.Baseline with { HourMedians = learnt.Baseline.HourMedians }).ShouldBe(learnt.Baseline);
        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_drift_takes_effect_as_a_whole_and_once()
    {
        await RegisterAsync();
        await SaveAsync(Learnt());
        await ExecuteAsync($"""
            INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, expires_at)
            SELECT id, 30, 'seed', '{"{}"}', now() + interval '1 day' FROM slo.services WHERE service_id = '{service.Value}'
            """);
        long version = await ScalarAsync<long>("SELECT recommendations FROM slo.cache_version");

        bool[] taken = [await ConfirmAsync(), await ConfirmAsync()];

        taken.ShouldBe([true, false]);
        var after = (await Store.ReadBaselinesAsync([service], CancellationToken.None)).ShouldHaveSingleItem();
        (after.Version, after.Baseline.Shift).ShouldBe((2, new DriftShift(Noon.AddMinutes(-20), 0, 0.18)));
        (await OfServiceAsync<bool>("recommendation_sets", "bool_and(is_stale)")).ShouldBeTrue();
        (await OfServiceAsync<long>("reevaluation_queue", "count(*)")).ShouldBe(1);
        (await OfServiceAsync<long>("slo_audit_log", "count(*)")).ShouldBe(1);
        (await OfServiceAsync<string>("drift_states", "min(state)")).ShouldBe("drifted");
        (await ScalarAsync<long>("SELECT recommendations FROM slo.cache_version")).ShouldBeGreaterThan(version);
    }

    [Fact]
    public async Task A_drift_that_fails_half_way_leaves_nothing()
    {
        await RegisterAsync();
        await SaveAsync(Learnt());

        await Should.ThrowAsync<Exception>(() => ConfirmAsync(actor: ""));

        (await Store.ReadBaselinesAsync([service], CancellationToken.None)).ShouldHaveSingleItem().Version.ShouldBe(1);
        (await OfServiceAsync<long>("reevaluation_queue", "count(*)")).ShouldBe(0);
        (await OfServiceAsync<long>("drift_states", "count(*)")).ShouldBe(0);
    }

    [Fact]
    public async Task A_baseline_that_took_a_drift_in_is_not_replaced_by_one_learnt_before()
    {
        await RegisterAsync();
        await SaveAsync(Learnt());
        await ConfirmAsync();

        (await SaveAsync(Learnt() with { Version = 2 })).ShouldBe(0);
        (await SaveAsync(Learnt() with { Version = 3 })).ShouldBe(1);

        (await Store.ReadBaselinesAsync([service], CancellationToken.None)).ShouldHaveSingleItem().Baseline.Shift.ShouldBeNull();
    }

    [Fact]
    public async Task An_earlier_finding_does_not_replace_a_later_one_and_since_when_is_kept()
    {
        await RegisterAsync();
        await SaveStateAsync(DriftState.Stable, Noon);
        await SaveStateAsync(DriftState.Stable, Noon.AddMinutes(5));
        await SaveStateAsync(DriftState.Suspected, Noon.AddMinutes(-5));

        var line = (await new PostgresDriftReader(Open).FindAsync(service, CancellationToken.None)).ShouldNotBeNull();

        (line.IsCritical, line.EvaluatedAt, line.Series[0].State, line.Series[0].Since).ShouldBe((true, Noon.AddMinutes(5), DriftState.Stable, Noon));
        line.Series[1].State.ShouldBe(DriftState.NotEvaluated);
        (await new PostgresDriftReader(Open).FindAsync(ServiceId.Of("nobody-knows"), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_queued_service_is_one_instances_until_its_lease_ends()
    {
        await ExecuteAsync("DELETE FROM slo.reevaluation_queue");
        await RegisterAsync();
        await SaveAsync(Learnt());
        await ConfirmAsync();

        var taken = (await Backlog.ClaimAsync(Noon, Noon.AddMinutes(5), CancellationToken.None)).ShouldNotBeNull();
        (taken.Service, taken.Attempt).ShouldBe((service, 1));
        (await Backlog.ClaimAsync(Noon.AddMinutes(4), Noon.AddMinutes(9), CancellationToken.None)).ShouldBeNull();
        var again = (await Backlog.ClaimAsync(Noon.AddMinutes(6), Noon.AddMinutes(11), CancellationToken.None)).ShouldNotBeNull();
        again.Attempt.ShouldBe(2);
        await Backlog.PostponeAsync(again, Noon.AddHours(1), CancellationToken.None);
        (await Backlog.ClaimAsync(Noon.AddMinutes(30), Noon.AddMinutes(35), CancellationToken.None)).ShouldBeNull();

        await Backlog.RemoveAsync(again with { QueuedAt = Noon.AddDays(-1) }, CancellationToken.None);
        (await OfServiceAsync<long>("reevaluation_queue", "count(*)")).ShouldBe(1);
        await Backlog.RemoveAsync(again, CancellationToken.None);
        (await OfServiceAsync<long>("reevaluation_queue", "count(*)")).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    public async Task Every_service_that_is_due_is_in_one_part_of_its_kind_and_stays_there_while_the_sweep_looks_at_it(int parts)
    {
        await using var connection = await database.OpenAsync("superuser");
        string prefix = $"part-{parts}-";
        await connection.ExecuteAsync($"INSERT INTO slo.services (service_id, criticality) SELECT '{prefix}' || n, CASE WHEN n % 4 = 0 THEN 'critical' ELSE 'low' END FROM generate_series(1, 100) n");
        string[] all = [.. Enumerable.Range(1, 100).Select(n => $"{prefix}{n}").Order(StringComparer.Ordinal)];

        var first = await PartsAsync(Noon, parts, prefix);

        first.SelectMany(p => p).Order(StringComparer.Ordinal).ShouldBe(all);
        await connection.ExecuteAsync($"INSERT INTO slo.drift_progress (service_id, evaluated_at) SELECT id, '{Noon:O}' FROM slo.services WHERE service_id LIKE '{prefix}%'");
        (await PartsAsync(Noon, parts, prefix)).Select(p => p.Order(StringComparer.Ordinal)).ShouldBe(first.Select(p => p.Order(StringComparer.Ordinal)));
        // A minute later those that are not critical are no longer due.
        var later = await PartsAsync(Noon.AddMinutes(1), parts, prefix);
        later.Sum(p => p.Count).ShouldBe(25);
        if (parts > 1) later.Take(parts).ShouldNotBe(first.Take(parts));
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> PartsAsync(DateTimeOffset sweep, int parts, string prefix)
    {
        var found = new List<IReadOnlyList<string>>();
        foreach (bool isCritical in (bool[])[true, false])
        {
            for (int i = 0; i < parts; i++)
            {
                var due = await Store.ListDueAsync(new DriftPartition(sweep, sweep, isCritical, i, parts), sweep.AddMinutes(-15), CancellationToken.None);
                found.Add([.. due.Select(d => d.Service.Value).Where(s => s.StartsWith(prefix, StringComparison.Ordinal))]);
            }
        }

        return found;
    }

    private StoredBaseline Learnt() => new(
        service, new DriftBaseline(DriftSignal.Latency, [.. Enumerable.Range(0, 24).Select(h => -1.5 + (h / 100.0))], 0.05, 2016, Noon.AddDays(-7), Noon), 1);

    private Task<int> SaveAsync(StoredBaseline learnt) => Baselines.SaveAsync(
        [new BaselineRequest(service, DriftSignal.Latency, learnt.Version - 1, null), new BaselineRequest(service, DriftSignal.ErrorRatio, 0, null)],
        [learnt],
        Noon,
        CancellationToken.None);

    private async Task<IReadOnlyList<BaselineRequest>> DueAsync() =>
        [.. (await Baselines.ListDueAsync(Noon.AddDays(-7), Noon.AddDays(-1), Noon.AddHours(-1), 1000, CancellationToken.None)).Where(r => r.Service == service)];

    private Task SaveStateAsync(DriftState state, DateTimeOffset at) =>
        Store.SaveAsync([new SeriesState(service, DriftSignal.Latency, state, at, new DriftJudgement(DriftReason.NoBaseline, null, null))], at, CancellationToken.None);

    private Task<bool> ConfirmAsync(string actor = "system:drift")
    {
        var judged = Learnt();
        var judgement = new DriftJudgement(DriftReason.NoBaseline, null, null);
        var state = new SeriesState(service, DriftSignal.Latency, DriftState.Drifted, Noon.AddMinutes(-20), judgement);
        var entry = new AuditEntry(Guid.NewGuid(), service, AuditAction.DriftTriggered, actor, null, null, null, null, null, "Slower.", null, "{}", Noon);
        return Store.ConfirmAsync(new ConfirmedDrift(state, judged, judged.Baseline.Shifted(Noon.AddMinutes(-20), 0.18), entry), Noon, CancellationToken.None);
    }

    private Task RegisterAsync() => ExecuteAsync($"INSERT INTO slo.services (service_id, criticality) VALUES ('{service.Value}', 'critical')");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(sql);
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.ScalarAsync<T>(sql);
    }

    private Task<T> OfServiceAsync<T>(string table, string what) =>
        ScalarAsync<T>($"SELECT {what} FROM slo.{table} t JOIN slo.services s ON s.id = t.service_id WHERE s.service_id = '{service.Value}'");
}
