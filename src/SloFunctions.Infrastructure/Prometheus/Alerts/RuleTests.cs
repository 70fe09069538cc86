using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>
/// The tests of a rule file. promtool evaluates every rule of the file at every minute of every test, so that objectives are tested
/// together, and a file of many is tested for its first page and its budgets only.
/// </summary>
internal sealed class RuleTests(PrometheusOptions options, RuleDialect dialect, IReadOnlyList<BurnRateTier> tiers, TestWriter writer)
{
    /// <summary>Up to this many objectives every tier is tested.</summary>
    public const int MostInFull = 20;

    /// <summary>What a test of more objectives may last.</summary>
    public const int LongestOfMany = 20;

    private readonly ObjectiveSeries series = new(options);

    /// <summary>Writes all tests.</summary>
    public void Write(IReadOnlyCollection<AlertedObjective> objectives)
    {
        foreach (var lane in Lanes(objectives))
        {
            foreach (var tier in tiers) WriteTier(tier, lane, objectives.Count > MostInFull ? LongestOfMany : int.MaxValue);
            new BudgetTests(dialect, series, writer).Write(lane);
        }
    }

    // Latency objectives of a service share series, and each needs its own requests.
    private List<List<AlertedObjective>> Lanes(IEnumerable<AlertedObjective> objectives)
    {
        var lanes = new List<List<AlertedObjective>>();
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var objective in objectives.Where(o => o.IsMeasurable && series.CanBeMade(o)))
        {
            string key = $"{objective.ThresholdSeconds is null} {objective.Service}";
            int lane = used.GetValueOrDefault(key);
            used[key] = lane + 1;
            if (lane == lanes.Count) lanes.Add([]);
            lanes[lane].Add(objective);
        }

        return lanes;
    }

    private void WriteTier(BurnRateTier tier, IReadOnlyList<AlertedObjective> lane, int longest)
    {
        bool begun = false;
        foreach (var objective in lane)
        {
            var rules = new ObjectiveRules(options, objective, tiers);
            if (!tier.IsReachable(objective)) continue;
            var sharing = DialectTests.Sharing(dialect, rules, tier);
            if (TierScenario.Of(tier, sharing, objective) is not { } timeline || timeline.End > longest) continue;
            var firing = timeline.Firing(sharing, objective);
            if (firing.First < 0) continue;
            if (!begun) writer.Test($"{tier.Name} fires, and ends");
            begun = true;
            series.Write(objective, timeline, writer);
            foreach (var (minute, fires) in firing.Edges()) writer.ExpectAlert(minute, DialectTests.Alert(dialect, objective, tier), fires);
        }
    }
}
