using SloFunctions.Domain.ErrorBudgets;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>
/// The recordings of Sloth, by its names and labels. Other than Sloth's, the ratio of the whole period is one of counts, not a mean of
/// ratios, and a service that never failed has ratios of 0.
/// </summary>
internal sealed class SlothRecordings(ObjectiveRules rules)
{
    private readonly (string, string?)[] identity =
    [
        ("service", rules.Objective.Service.Value), ("slo", rules.Objective.Name),
        ("sloth_id", rules.Names.Id), ("sloth_service", rules.Objective.Service.Value), ("sloth_slo", rules.Objective.Name),
    ];

    private string Labels => RuleWriter.Map(identity);

    /// <summary>The error ratio of a window.</summary>
    public string ErrorRatio(string window) => Of($"slo:sli_error:ratio_rate{window}");

    /// <summary>A recording of this objective.</summary>
    public string Of(string metric) => PromQl.Select(metric, PromQl.Is("sloth_id", rules.Names.Id));

    /// <summary>Writes the ratios of the tiers' windows, straight from the counters: they have their history from the first evaluation on.</summary>
    public void WriteWindows(RuleWriter writer)
    {
        foreach (string window in rules.Windows) writer.Record($"slo:sli_error:ratio_rate{window}", rules.Queries.ErrorRatio(window), Window(window));
    }

    /// <summary>Writes the counts, and the ratio of the whole period, which is a sum of them.</summary>
    public void WritePeriod(RuleWriter writer)
    {
        string labels = Labels;
        writer.Record("slo:requests:increase5m", rules.Queries.CountedTotal(CountedWindow), labels);
        writer.Record("slo:errors:increase5m", rules.Queries.CountedBad(CountedWindow, $"sum({Of("slo:requests:increase5m")})"), labels);
        writer.Record($"slo:sli_error:ratio_rate{Period}", Sums(Period, Period), Window(Period));
    }

    /// <summary>Bad requests of a window ÷ all requests of another.</summary>
    public string Sums(string bad, string total) =>
        $"sum_over_time({Of("slo:errors:increase5m")}[{bad}])\n/\n(sum_over_time({Of("slo:requests:increase5m")}[{total}]) > 0)";

    /// <summary>Writes what is derived of them.</summary>
    public void WriteMeta(RuleWriter writer)
    {
        string labels = Labels;
        writer.Record("slo:objective:ratio", $"vector({rules.Target})", labels);
        writer.Record("slo:error_budget:ratio", $"vector({rules.Budget})", labels);
        writer.Record("slo:time_period:days", $"vector({ErrorBudget.SloWindow.Days})", labels);
        writer.Record("slo:current_burn_rate:ratio", $"{ErrorRatio("5m")} / {rules.Budget}", Window(null));
        writer.Record("slo:period_burn_rate:ratio", $"{ErrorRatio(Period)} / {rules.Budget}", Window(null));
        writer.Record("slo:period_error_budget_remaining:ratio", $"1 - {Of("slo:period_burn_rate:ratio")}", labels);
        string percent = ObjectiveRules.Percent((decimal)rules.Objective.Target).TrimEnd('%');
        writer.Record("sloth_slo_info", "vector(1)", RuleWriter.Map([.. identity, ("sloth_objective", percent), ("sloth_mode", "slofunctions"), ("sloth_spec", "prometheus/v1")]));
    }

    // An empty label takes away the one that the expression carries over.
    private string Window(string? window) => RuleWriter.Map([.. identity, ("sloth_window", window ?? "")]);
}
