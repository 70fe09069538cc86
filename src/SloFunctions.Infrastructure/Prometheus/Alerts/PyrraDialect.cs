using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.ErrorBudgets;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;
using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>
/// The groups that Pyrra generates for an SLO, with its names, windows and factors. The burn rates are error ratios, as in Pyrra.
/// </summary>
internal static class PyrraDialect
{
    public const string Burn = "ErrorBudgetBurn";
    public const string Absent = "SLOMetricAbsent";

    private const string Interval = "30s";

    private static readonly string[] Suffixes = ["_total", "_count", "_bucket"];

    public static void Write(ObjectiveRules rules, PrometheusOptions options, RuleWriter writer)
    {
        string metric = Base(rules.Objective.ThresholdSeconds is null ? options.RequestsMetric : options.LatencyMetric);
        string labels = RuleWriter.Map(("slo", rules.Names.Id), ("service", rules.Objective.Service.Value));
        writer.Group($"{rules.Names.Group}-increase", BudgetInterval);
        writer.Record($"{metric}:increase5m", rules.Queries.CountedTotal(CountedWindow), labels);
        writer.Record($"{metric}:errors_increase5m", rules.Queries.CountedBad(CountedWindow, $"sum({Of(rules, $"{metric}:increase5m")})"), labels);
        // Counts overlap by half at this interval, so that the sum is twice what it stands for.
        writer.Record($"{metric}:increase{Period}", $"sum_over_time({Of(rules, $"{metric}:increase5m")}[{Period}]) / 2", labels);
        writer.Record($"{metric}:errors_increase{Period}", $"sum_over_time({Of(rules, $"{metric}:errors_increase5m")}[{Period}]) / 2", labels);
        writer.Alert(Absent, rules.Queries.Absent(), WindowText.Of(AbsentFor(rules.Objective)), Alerting(rules, "absent", AlertSeverity.Page), new AlertTexts(rules).Missing());

        writer.Group(rules.Names.Group, Interval);
        foreach (string window in rules.Windows) writer.Record($"{metric}:burnrate{window}", rules.Queries.ErrorRatio(window), labels);
        foreach (var tier in rules.Tiers) WriteAlert(rules, metric, tier, writer);

        writer.Group($"{rules.Names.Group}-generic", Interval);
        PyrraGenerics.Write(rules, $"{Of(rules, $"{metric}:errors_increase{Period}")}\n/\n({Of(rules, $"{metric}:increase{Period}")} > 0)", writer);
    }

    /// <summary>As long as a full outage takes to page, and two minutes.</summary>
    public static TimeSpan AbsentFor(AlertedObjective objective) =>
        TimeSpan.FromMinutes(2 + (int)Math.Ceiling(Math.Min(1, BurnRatePolicy.PyrraTiers[0].Limit(objective)) * 60));

    private static void WriteAlert(ObjectiveRules rules, string metric, BurnRateTier tier, RuleWriter writer)
    {
        string Above(TimeSpan window) => $"{Of(rules, $"{metric}:burnrate{WindowText.Of(window)}")} > {rules.Limit(tier)}";
        writer.Alert(
            Burn,
            $"{Above(tier.LongWindow)}\nand\n{Above(tier.ShortWindow)}",
            WindowText.Of(tier.For),
            Alerting(rules, tier.Name, tier.Severity,
                ("short", WindowText.Of(tier.ShortWindow)), ("long", WindowText.Of(tier.LongWindow)), ("exhaustion", WindowText.Of(tier.Exhaustion(ErrorBudget.SloWindow)))),
            new AlertTexts(rules).Burning(tier));
    }

    // Pyrra says critical and warning, and its slo is unique among all services.
    private static string Alerting(ObjectiveRules rules, string tier, AlertSeverity severity, params (string, string?)[] more) => RuleWriter.Map(
    [
        ("severity", severity == AlertSeverity.Page ? "critical" : "warning"),
        .. new AlertTexts(rules).Labels(tier, severity).Where(l => l.Item1 is not ("severity" or "slo")),
        ("slo", RuleWriter.Literal(rules.Names.Id)),
        .. more,
    ]);

    private static string Of(ObjectiveRules rules, string metric) => Select(metric, Is("slo", rules.Names.Id));

    private static string Base(string metric)
    {
        string? suffix = Suffixes.FirstOrDefault(s => metric.EndsWith(s, StringComparison.Ordinal));
        return suffix is null ? metric : metric[..^suffix.Length];
    }
}
