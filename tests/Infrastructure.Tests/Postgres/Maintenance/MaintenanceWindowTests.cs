using SloFunctions.Application.Maintenance;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Results;
using static SloFunctions.Infrastructure.Tests.Postgres.Maintenance.MaintainedServices;

namespace SloFunctions.Infrastructure.Tests.Postgres.Maintenance;

[Collection(PostgresTests.Name)]
public sealed class MaintenanceWindowTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private readonly MaintainedServices services = new(database);

    public Task InitializeAsync() => services.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Windows_are_given_as_they_were_stored_the_earliest_first()
    {
        var later = await services.AddAsync(Through.AddHours(5), Through.AddHours(6));
        var earlier = await services.AddAsync(Through.AddHours(1), Through.AddHours(2));
        await services.AddAsync(Through.AddDays(-30), Through.AddDays(-28));

        var found = (await services.Windows.ReadAsync(ServiceId.Of("checkout"), Through.AddDays(-28), CancellationToken.None)).ShouldNotBeNull();

        found.Team.ShouldBe("payments");
        found.Windows.ShouldBe([earlier, later]);
        (await services.Windows.ReadAsync(ServiceId.Of("nobody"), Through, CancellationToken.None)).ShouldBeNull();
        (await services.Windows.ReadAsync(ServiceId.Of("search"), Through, CancellationToken.None))!.Windows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_change_leaves_an_entry_in_the_audit_log_with_what_was_and_what_is()
    {
        var window = await services.AddAsync(Through.AddHours(-1), Through.AddHours(2));
        await services.EndAsync(window, window with { Span = new MaintenanceSpan(window.Span.Start, Through) });
        await services.EndAsync(window);

        (await services.AuditAsync(window.Id)).ShouldBe([
            "maintenance_announced ann -> 2026-03-10T14:00:00Z",
            "maintenance_ended bob 2026-03-10T14:00:00Z -> 2026-03-10T12:00:00Z",
            "maintenance_removed bob 2026-03-10T12:00:00Z ->",
        ]);
    }

    [Fact]
    public async Task What_is_refused_changes_nothing_and_leaves_no_entry()
    {
        var window = await services.AddAsync(Through.AddHours(1), Through.AddHours(2));
        var refusal = Error.Forbidden("not-your-service", "Not Your Service", "No.");

        (await services.Windows.AddAsync(ServiceId.Of("checkout"), Through, _ => refusal, CancellationToken.None)).Error.ShouldBe(refusal);
        (await services.Windows.EndAsync(ServiceId.Of("checkout"), window.Id, (_, _) => refusal, ("eve", Through), CancellationToken.None)).Error.ShouldBe(refusal);
        (await services.Windows.EndAsync(ServiceId.Of("search"), window.Id, (_, _) => refusal, ("eve", Through), CancellationToken.None)).Error!.Code.ShouldBe("maintenance-window-not-found");
        (await services.Windows.AddAsync(ServiceId.Of("nobody"), Through, _ => refusal, CancellationToken.None)).Error!.Code.ShouldBe("service-not-found");

        (await services.Windows.ReadAsync(ServiceId.Of("checkout"), Through, CancellationToken.None))!.Windows.ShouldBe([window]);
        (await services.AuditAsync(window.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_several_who_announce_the_same_time_at_once_one_is_let_in()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => services.Windows.AddAsync(
            ServiceId.Of("checkout"),
            Through,
            present => present.Windows.Count > 0
                ? Error.Conflict("maintenance-window-overlap", "Maintenance Window Overlap", "Taken.")
                : new MaintenanceWindow(new Guid(20_000, 0, (short)i, new byte[8]), new MaintenanceSpan(Through.AddHours(1), Through.AddHours(2)), "upgrade", false, "ann", Through),
            CancellationToken.None)));

        results.Count(r => r.Error is null).ShouldBe(1);
        (await services.Windows.ReadAsync(ServiceId.Of("checkout"), Through, CancellationToken.None))!.Windows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_cut_off_before_the_entry_is_written_has_changed_nothing()
    {
        var kept = await services.AddAsync(Through.AddHours(5), Through.AddHours(6));
        var lost = new MaintenanceWindow(new Guid(30_000, 0, 0, new byte[8]), new MaintenanceSpan(Through.AddHours(1), Through.AddHours(2)), "upgrade", false, "ann", Through);
        await using var connection = await database.OpenAsync("superuser");
        // Whoever appends to the audit log waits for this, the change itself being made.
        await connection.ExecuteAsync("BEGIN; SELECT FROM slo.audit_heads WHERE chain_id = '00000000-0000-0000-0000-000000000000' FOR UPDATE");
        using var end = new CancellationTokenSource();
        var adding = services.Windows.AddAsync(ServiceId.Of("checkout"), Through, _ => lost, end.Token);
        var ending = services.Windows.EndAsync(ServiceId.Of("checkout"), kept.Id, (_, _) => new MaintenanceEnding((MaintenanceWindow?)null), ("bob", Through), end.Token);
        await using (var watcher = await database.OpenAsync("superuser"))
        {
            while (await watcher.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") < 2) await Task.Yield();
        }

        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => adding);
        await Should.ThrowAsync<OperationCanceledException>(() => ending);
        await connection.ExecuteAsync("COMMIT");

        (await services.Windows.ReadAsync(ServiceId.Of("checkout"), Through, CancellationToken.None))!.Windows.ShouldBe([kept]);
        (await services.AuditAsync(lost.Id)).ShouldBeEmpty();
        (await services.AuditAsync(kept.Id)).Count.ShouldBe(1);
    }
}
