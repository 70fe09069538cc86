using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>Our own rules: an alert a tier, alerts on the budget, and recordings for dashboards of others.</summary>
internal static class PrometheusDialect
{
    /// <summary>How long series may be missing before somebody is told.</summary>
    public static readonly TimeSpan AbsentFor = TimeSpan.FromMinutes(10);

    public const string Burn = "SloErrorBudgetBurn";
    public const string Low = "SloErrorBudgetLow";
    public const string Critical = "SloErrorBudgetCritical";
    public const string SpentInADay = "SloErrorBudgetSpentInADay";
    public const string Absent = "SloMetricAbsent";

    public static void Write(ObjectiveRules rules, RuleWriter writer)
    {
        var sloth = new SlothRecordings(rules);
        var texts = new AlertTexts(rules);
        writer.Group($"slo-burn-{rules.Names.Group}", BurnInterval);
        sloth.WriteWindows(writer);
        WriteBurnRates(rules, sloth, writer);
        foreach (var tier in rules.Tiers)
        {
            writer.Alert(
                Burn,
                $"{Above(sloth, rules, tier, tier.LongWindow)}\nand\n{Above(sloth, rules, tier, tier.ShortWindow)}",
                null,
                RuleWriter.Map([.. texts.Labels(tier.Name, tier.Severity), ("long", WindowText.Of(tier.LongWindow)), ("short", WindowText.Of(tier.ShortWindow))]),
                texts.Burning(tier));
        }

        var absence = rules.Objective.Criticality == ServiceCriticality.Critical ? AlertSeverity.Page : AlertSeverity.Ticket;
        writer.Alert(Absent, rules.Queries.Absent(), WindowText.Of(AbsentFor), RuleWriter.Map(texts.Labels("absent", absence)), texts.Missing());

        writer.Group($"slo-budget-{rules.Names.Group}", BudgetInterval);
        sloth.WritePeriod(writer);
        sloth.WriteMeta(writer);
        PyrraGenerics.Write(rules, sloth.ErrorRatio(Period), writer);
        string left = sloth.Of("slo:period_error_budget_remaining:ratio");
        writer.Alert(Critical, $"{left} < 0.1", null, RuleWriter.Map(texts.Labels("budget-critical", AlertSeverity.Page)), texts.Left("10%"));
        writer.Alert(Low, $"({left} >= 0.1) < 0.3", null, RuleWriter.Map(texts.Labels("budget-low", AlertSeverity.Ticket)), texts.Left("30%"));
        writer.Alert(SpentInADay, $"{sloth.Sums("1d", Period)}\n/ {rules.Budget}\n> 0.25", null, RuleWriter.Map(texts.Labels("budget-day", AlertSeverity.Ticket)), texts.SpentInADay());
    }

    private static void WriteBurnRates(ObjectiveRules rules, SlothRecordings sloth, RuleWriter writer)
    {
        string labels = RuleWriter.Map(("service", rules.Objective.Service.Value), ("slo", rules.Objective.Name), ("sloth_window", ""));
        foreach (string window in new[] { "1h", "6h", "3d" }) writer.Record($"{rules.Names.Metric}:burn_rate_{window}", $"{sloth.ErrorRatio(window)} / {rules.Budget}", labels);
    }

    private static string Above(SlothRecordings sloth, ObjectiveRules rules, BurnRateTier tier, TimeSpan window) =>
        $"max without (sloth_window) ({sloth.ErrorRatio(WindowText.Of(window))} > {rules.Limit(tier)})";
}
