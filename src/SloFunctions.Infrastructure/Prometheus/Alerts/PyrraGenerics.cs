using System.Globalization;
using SloFunctions.Domain.ErrorBudgets;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>The recordings that Pyrra's dashboards read, whatever the SLO is about. Their label <c>slo</c> is unique among all services.</summary>
internal static class PyrraGenerics
{
    /// <summary>Writes them.</summary>
    /// <param name="rules">The objective.</param>
    /// <param name="errorRatio">The error ratio of the whole period.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(ObjectiveRules rules, string errorRatio, RuleWriter writer)
    {
        string labels = RuleWriter.Map(("slo", rules.Names.Id), ("service", rules.Objective.Service.Value));
        writer.Record("pyrra_objective", $"vector({rules.Target})", labels);
        writer.Record("pyrra_window", string.Create(CultureInfo.InvariantCulture, $"vector({ErrorBudget.SloWindow.TotalSeconds})"), labels);
        writer.Record("pyrra_availability", $"sum(1 - {errorRatio})", labels);
        writer.Record("pyrra_requests:rate5m", rules.Queries.RequestRate(CountedWindow), labels);
        writer.Record("pyrra_errors:rate5m", rules.Queries.BadRate(CountedWindow), labels);
    }
}
