using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reports.Documents;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reports;

/// <summary>Compares availability targets that people chose with those that are recommended, as if both were in force.</summary>
public sealed class ReportShadow(
    IShadowRecords records, PredictManualTargets predictions, ISliStore telemetry, RecommendationPolicy policy, TimeProvider clock)
{
    /// <summary>Makes the report: totals over all services, and one page of them.</summary>
    public async Task<ShadowDocument> HandleAsync(ShadowQuery query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var through = (await telemetry.ReadStateAsync(cancellation)).Through;
        var slos = await records.ReadSlosAsync(ShadowKey.Default, TimeWindow.DayOf(through ?? now) - ErrorBudget.SloWindow, cancellation);
        var comparisons = await CompareAsync(slos, through, cancellation);

        // Only what there is something to compare with; the others are counted.
        ShadowComparison[] compared = [.. comparisons.Where(c => c.Slo.Recommended is not null)];
        ShadowComparison[] rest = [.. compared.Where(c => query.After is not { } after || string.CompareOrdinal(c.Slo.Service.Value, after.Value) > 0)];
        ShadowComparison[] shown = [.. rest.Take(query.Limit)];
        var probabilities = shown.Length == 0 ? new Dictionary<ServiceId, double>() : await predictions.HandleAsync(
            shown.ToDictionary(c => c.Slo.Service, c => c.Slo.ManualTarget), policy.Window(ShadowKey.Default.LookbackDays, through, now), cancellation);
        return new ShadowDocument(
            now,
            through,
            ShadowRendering.Note,
            ShadowRendering.Totals(comparisons.Count, compared),
            [.. shown.Select(c => ShadowRendering.Service(c, probabilities))],
            shown.Length < rest.Length ? ShadowQuery.CursorAfter(shown[^1].Slo.Service) : null);
    }

    private async Task<IReadOnlyList<ShadowComparison>> CompareAsync(IReadOnlyList<ShadowSlo> slos, DateTimeOffset? through, CancellationToken cancellation)
    {
        var days = slos.ToDictionary(
            s => s.Service, s => s.Tried is { } tried && through is { } end ? ShadowTrial.WindowOf(tried.GeneratedAt, end) : null);
        var tried = days.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value!.Value);
        var counts = tried.Count == 0 ? new Dictionary<ServiceId, ObjectiveCounts>() : await records.ReadCountsAsync(tried, cancellation);
        return [.. slos.Select(s => ShadowComparison.Of(s, days[s.Service], counts.GetValueOrDefault(s.Service, ObjectiveCounts.None)))];
    }
}
