using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Maintenance;

/// <summary>
/// Finds out what of the stored hours fell into maintenance, so that error budgets leave it out. Repeating a run changes
/// nothing; what a run could not measure, or what has changed since, the next one measures.
/// </summary>
public sealed class MeasureMaintenance(IExcludedCounts store, IPartialHours telemetry, ITelemetrySource hours)
{
    /// <summary>Hours looked at in one run; more take several runs.</summary>
    public const int MostHours = 2000;

    /// <summary>Runs once.</summary>
    public async Task<MeasurementReport> HandleAsync(CancellationToken cancellation)
    {
        var due = await store.FindUnmeasuredAsync(MostHours, cancellation);
        // They need no metric store, and so do not wait for it.
        int measured = await store.StoreAsync([.. due.Where(h => h.IsWhole).Select(h => (h, Exclusion.Of(h.Stored, [h.Stored])))], cancellation);
        int pending = 0;
        foreach (var same in due.Where(h => !h.IsWhole).GroupBy(h => h.Stored.Hour))
        {
            var known = await MeasureAsync([.. same], cancellation);
            measured += await store.StoreAsync(known, cancellation);
            pending += same.Count() - known.Count;
        }

        return new MeasurementReport(measured, pending);
    }

    private async Task<List<(MaintenanceHour Hour, HourlySli Excluded)>> MeasureAsync(IReadOnlyList<MaintenanceHour> due, CancellationToken cancellation)
    {
        var parts = due.ToDictionary(h => h.Service, _ => new List<HourlySli>());
        foreach (var same in due.SelectMany(h => h.Parts.Select(part => (Part: part, h.Service))).GroupBy(p => p.Part))
        {
            var services = same.Select(p => p.Service).ToHashSet();
            foreach (var found in await telemetry.ReadAsync(same.Key, services, cancellation))
                if (services.Contains(found.Service)) parts[found.Service].Add(found.Sli);
        }

        // Nothing in a part may mean that nothing happened, or that the store has forgotten the hour.
        var forgotten = await ForgottenAsync([.. due.Where(h => h.Stored.Counts.Total > 0 && parts[h.Service].Count == 0)], cancellation);
        return [.. due.Where(h => !forgotten.Contains(h.Service)).Select(h => (h, Exclusion.Of(h.Stored, parts[h.Service])))];
    }

    private async Task<HashSet<ServiceId>> ForgottenAsync(IReadOnlyList<MaintenanceHour> doubtful, CancellationToken cancellation)
    {
        if (doubtful.Count == 0) return [];
        var hour = doubtful[0].Stored.Hour;
        var services = doubtful.Select(h => h.Service).ToHashSet();
        var found = await hours.ReadHoursAsync(new TimeWindow(hour, hour.AddHours(1)), services, cancellation);
        return [.. services.Except(found.Where(h => h.Sli.IsMeasured).Select(h => h.Service))];
    }
}
