using SloFunctions.Application.Reports.Documents;

namespace SloFunctions.Application.Reports;

/// <summary>
/// Compares what was promised of SLOs in force with what came: each is judged once a month, over the SLO window that ends
/// with the month, since breach probabilities are promised for such windows.
/// </summary>
public sealed class ReportBreachRate(IObjectiveRecords records, TimeProvider clock)
{
    /// <summary>Makes the report.</summary>
    public async Task<BreachRateDocument> HandleAsync(BreachRateQuery query, CancellationToken cancellation)
    {
        var objectives = await records.ReadObjectivesAsync(query.Months[^1].End, cancellation);
        var judged = new List<JudgedObjective>(objectives.Count * query.Months.Count);
        // Without SLOs there is nothing to count.
        foreach (var month in objectives.Count == 0 ? [] : query.Months)
        {
            var counts = await records.ReadCountsAsync(month.Window, cancellation);
            judged.AddRange(objectives.Where(o => o.ActivatedAt < month.End).Select(o => JudgedObjective.Of(month, o, counts)));
        }

        return BreachRateRendering.Render(query, judged, clock.GetUtcNow());
    }
}
