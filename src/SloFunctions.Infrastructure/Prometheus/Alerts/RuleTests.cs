using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>
/// The tests of a rule file. promtool evaluates every rule of the file at every minute of every test, so that objectives are tested
/// together, and a file of many is tested for its first page only.
/// </summary>
internal sealed class RuleTests(PrometheusOptions options, RuleDialect dialect, IReadOnlyList<BurnRateTier> tiers, TestWriter writer)
{
    /// <summary>Up to this many objectives every tier is tested.</summary>
    public const int MostInFull = 10;

    /// <summary>What a test of more objectives may last.</summary>
    public const int LongestOfMany = 20;

    private readonly ObjectiveSeries series = new(options);

    /// <summary>Writes all tests.</summary>
    public void Write(IReadOnlyCollection<AlertedObjective> objectives)
    {
        var tested = objectives.Where(o => o.IsMeasurable && series.CanBeMade(o)).ToArray();
        bool full = objectives.Count <= MostInFull;
        foreach (var tier in tiers) WriteTier(tier, tested, full ? int.MaxValue : LongestOfMany);
        if (full && tested.Length > 0) new BudgetTests(dialect, series, writer).Write(tested);
    }

    private void WriteTier(BurnRateTier tier, AlertedObjective[] objectives, int longest)
    {
        var incidents = objectives.Where(tier.IsReachable).Select(o => (Objective: o, Sharing: Sharing(o, tier)))
            .Select(i => (i.Objective, i.Sharing, Timeline: TierScenario.Of(tier, i.Sharing, i.Objective)))
            .Where(i => i.Timeline is not null && i.Timeline.End <= longest && i.Timeline.Firing(i.Sharing, i.Objective).First >= 0)
            .ToArray();
        if (incidents.Length == 0) return;

        writer.Test($"{tier.Name} fires, and ends");
        int end = incidents.Max(i => i.Timeline!.End);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (objective, sharing, timeline) in incidents)
        {
            string alert = DialectTests.Alert(dialect, objective, tier);
            var edges = timeline!.Firing(sharing, objective).Edges();
            series.Write(objective, TierScenario.Extend(timeline, end), written, writer);
            foreach (var (minute, fires) in edges) writer.ExpectAlert(minute, alert, fires);
        }
    }

    private IReadOnlyList<BurnRateTier> Sharing(AlertedObjective objective, BurnRateTier tier) =>
        dialect == RuleDialect.Sloth ? [.. tiers.Where(t => t.Severity == tier.Severity && t.IsReachable(objective))] : [tier];
}
