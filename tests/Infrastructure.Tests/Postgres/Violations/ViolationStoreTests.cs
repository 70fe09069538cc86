using SloFunctions.Application.Violations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Violations;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.ErrorBudgets;
using SloFunctions.Infrastructure.Postgres.Violations;
using SloFunctions.Infrastructure.Tests.Postgres.Maintenance;
using static SloFunctions.Infrastructure.Tests.Postgres.Maintenance.MaintainedServices;

namespace SloFunctions.Infrastructure.Tests.Postgres.Violations;

[Collection(PostgresTests.Name)]
public sealed class ViolationStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly ViolationKey Critical = new(ServiceId.Of("checkout"), "availability", ViolationSeverity.Critical);
    private static readonly ViolationKey Warning = Critical with { Severity = ViolationSeverity.Warning };

    private readonly MaintainedServices services = new(database);
    private readonly PostgresDatabase app = new(database.Application);

    private PostgresViolations Store => new(app);

    public Task InitializeAsync() => services.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_violation_is_opened_once_keeps_its_worst_figures_and_is_closed()
    {
        (await RecordAsync(0, [(Critical, 15, -0.1)], [])).ShouldBe((1, 0));
        (await RecordAsync(0, [(Critical, 15, -0.1)], [])).ShouldBe((0, 0));
        (await RecordAsync(1, [(Critical, 20, -0.05), (Warning, null, null)], [])).ShouldBe((1, 0));
        (await Store.ReadOpenAsync(CancellationToken.None)).ShouldBe([Critical, Warning], ignoreOrder: true);
        (await RecordAsync(2, [(Warning, 2, 0.05)], [Critical])).ShouldBe((0, 1));
        (await RecordAsync(2, [(Warning, 2, 0.05)], [Critical])).ShouldBe((0, 0));

        (await LinesAsync()).ShouldBe(["critical 12-14 20 -0.1", "warning 13- 2 0.05"]);
        (await RecordAsync(3, [(Critical, 14, 0)], [])).ShouldBe((1, 0));
        var counts = await Store.CountAsync(CancellationToken.None);
        counts[Critical].ShouldBe(2);
        counts[Warning].ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_late_neither_opens_again_nor_closes()
    {
        await RecordAsync(0, [(Critical, 15, -0.1)], []);
        await RecordAsync(2, [], [Critical]);
        (await RecordAsync(1, [(Critical, 30, -0.5)], [])).ShouldBe((0, 0));
        await RecordAsync(4, [(Critical, 15, -0.1)], []);
        (await RecordAsync(3, [], [Critical])).ShouldBe((0, 0));

        (await LinesAsync()).ShouldBe(["critical 12-14 15 -0.1", "critical 16- 15 -0.1"]);
    }

    [Fact]
    public async Task Several_instances_at_once_open_it_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RecordAsync(0, [(Critical, 15, -0.1), (Warning, 15, -0.1)], [])));

        (await LinesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_hourly_run_opens_what_is_violated_and_closes_what_is_not_or_is_in_force_no_more()
    {
        var run = new RecordViolations(new PostgresBudgetCounts(app), Store);
        for (int h = 1; h <= 24; h++) await services.StoreAsync(Through.AddHours(-h), h == 3 ? 500 : 1000, 1000, 1000);
        await RecordAsync(-1, [(Critical with { Objective = "latency-p999" }, 20, 0)], []);

        // 500 of 240 that may be bad.
        (await run.HandleAsync(CancellationToken.None)).ShouldBe((2, 1));
        (await run.HandleAsync(CancellationToken.None)).ShouldBe((0, 0));
        (await Store.ReadOpenAsync(CancellationToken.None)).ShouldBe([Critical, Warning], ignoreOrder: true);

        // It was maintenance, as is said afterwards.
        await services.AddAsync(Through.AddHours(-3), Through.AddHours(-2));
        await services.MeasureAsync();
        await AdvanceAsync();
        (await run.HandleAsync(CancellationToken.None)).ShouldBe((0, 2));
    }

    private async Task AdvanceAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("UPDATE slo.aggregation_progress SET through = through + interval '1 hour'");
    }

    private async Task<(int Opened, int Closed)> RecordAsync(int hour, (ViolationKey Key, double? Rate, double? Remaining)[] violated, ViolationKey[] ended)
    {
        await using var connection = await database.OpenAsync("superuser");
        var slo = await connection.ScalarAsync<Guid>("SELECT id FROM slo.active_slos");
        var change = new ViolationChange(Through.AddHours(hour), [.. violated.Select(v => new ViolationState(v.Key, slo, v.Rate, v.Remaining))], ended);
        return await Store.RecordAsync(change, CancellationToken.None);
    }

    private async Task<IReadOnlyList<string>> LinesAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.LinesAsync(
            """
            SELECT concat(severity, ' ', to_char(started_at AT TIME ZONE 'UTC', 'HH24'), '-', to_char(ended_at AT TIME ZONE 'UTC', 'HH24'), ' ', worst_burn_rate, ' ', worst_remaining)
            FROM slo.slo_violations ORDER BY started_at, severity
            """);
    }
}
