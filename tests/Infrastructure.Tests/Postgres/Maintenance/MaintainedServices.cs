using SloFunctions.Application.Audit;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.ErrorBudgets;
using SloFunctions.Infrastructure.Postgres.Maintenance;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Postgres.Maintenance;

/// <summary>Services with an SLO, their hours and their maintenance, in a database of their own.</summary>
internal sealed class MaintainedServices(MigratedDatabase database)
{
    /// <summary>The end of the last hour stored.</summary>
    public static readonly DateTimeOffset Through = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly PostgresDatabase app = new(database.Application);
    private static int ids;

    public PostgresMaintenanceWindows Windows => new(app);

    public PostgresExcludedCounts Excluded => new(app);

    public PostgresSliStore Hours => new(app);

    /// <summary>Forgets everything but the service, whose SLO is 99 % availability and 95 % within 100 ms.</summary>
    public async Task ResetAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(
            """
            TRUNCATE slo.sli_hourly_counts, slo.sli_daily_counts, slo.sli_excluded_counts, slo.maintenance_windows, slo.slo_violations;
            INSERT INTO slo.services (service_id, team) VALUES ('checkout', 'payments'), ('search', NULL) ON CONFLICT DO NOTHING;
            INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, source, activated_at, activated_by)
            SELECT id, 99, 95, 100, 'manual', '2026-01-01Z', 'ann' FROM slo.services WHERE service_id = 'checkout' ON CONFLICT DO NOTHING;
            UPDATE slo.aggregation_progress SET through = '2026-03-10 12:00Z'
            """);
    }

    /// <summary>Stores an hour with a histogram of the bounds 0.1 and 0.5 seconds.</summary>
    public Task StoreAsync(DateTimeOffset hour, long good, long total, long fast, string service = "checkout") => Hours.StoreAsync(
        [new ServiceHour(ServiceId.Of(service), new HourlySli(hour, new SliCounts(good, total), new LatencyHistogram([0.1, 0.5], [fast, total, total]), null))], CancellationToken.None);

    /// <summary>Adds a window whatever the rules say.</summary>
    public async Task<MaintenanceWindow> AddAsync(DateTimeOffset from, DateTimeOffset to, string service = "checkout")
    {
        var window = new MaintenanceWindow(new Guid(Interlocked.Increment(ref ids), 0, 0, new byte[8]), new MaintenanceSpan(from, to), "upgrade", false, "ann", Through);
        var added = await Windows.AddAsync(ServiceId.Of(service), Through.AddDays(-28), _ => window, CancellationToken.None);
        added.Error.ShouldBeNull();
        return window;
    }

    /// <summary>Ends a window, or removes it.</summary>
    public Task<Result<(MaintenanceWindow Before, MaintenanceWindow? After)>> EndAsync(MaintenanceWindow window, MaintenanceWindow? kept = null) => Windows.EndAsync(
        ServiceId.Of("checkout"), window.Id, (_, _) => new MaintenanceEnding(kept), ("bob", Through), CancellationToken.None);

    /// <summary>Measures what is due, taking the share of the parts for what was measured of them.</summary>
    public async Task<int> MeasureAsync(int most = 100)
    {
        var due = await Excluded.FindUnmeasuredAsync(most, CancellationToken.None);
        return await Excluded.StoreAsync([.. due.Select(h => (h, Exclusion.Of(h.Stored, [Share(h)])))], CancellationToken.None);
    }

    /// <summary>What is counted of the availability and of the latency objective, as good of total over each window.</summary>
    public async Task<(string Availability, string Latency)> BudgetsAsync()
    {
        var read = await new PostgresBudgetCounts(app).ReadAsync(BudgetScope.Of(ServiceId.Of("checkout")), CancellationToken.None);
        string[] lines = [.. read.Objectives.Select(o => string.Join(' ', new[] { o.Counts.Hour, o.Counts.Day, o.Counts.SloWindow }.Select(c => $"{c.Counts.Good}/{c.Counts.Total}")))];
        return (lines[0], lines[1]);
    }

    /// <summary>The same as the dashboards have it, over the SLO window.</summary>
    public async Task<IReadOnlyList<string>> DashboardAsync()
    {
        await using var connection = await database.OpenAsync("slo_app");
        await connection.ExecuteAsync("SELECT slo.refresh_dashboards(false)");
        return await connection.LinesAsync("SELECT concat(good, '/', total, ' judged ', judged_good, '/', judged_total, ' of ', hours) FROM slo.dashboard_objectives ORDER BY threshold_ms");
    }

    /// <summary>The audit log of what is set up, in short.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(Guid window)
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.LinesAsync(
            $"SELECT concat_ws(' ', action, actor, previous ->> 'ends_at', '->', current ->> 'ends_at') FROM slo.admin_audit_log WHERE subject_id = '{window:D}' ORDER BY sequence");
    }

    private static HourlySli Share(MaintenanceHour hour)
    {
        double share = hour.Parts.Sum(p => p.Length.TotalHours);
        var (good, total) = (hour.Stored.Counts.Good, hour.Stored.Counts.Total);
        return hour.Stored with
        {
            Counts = new SliCounts((long)(good * share), (long)(total * share)),
            Latency = new LatencyHistogram([0.1, 0.5], [.. hour.Stored.Latency!.Cumulative.Select(c => (long)(c * share))]),
        };
    }
}
