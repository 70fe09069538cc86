using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Vocabulary;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>The three groups that Sloth generates for an SLO, with its names.</summary>
internal static class SlothDialect
{
    public const string Burn = "SloErrorBudgetBurn";

    public static void Write(ObjectiveRules rules, RuleWriter writer)
    {
        var sloth = new SlothRecordings(rules);
        writer.Group($"sloth-slo-sli-recordings-{rules.Names.Group}", BurnInterval);
        sloth.WriteWindows(writer);
        sloth.WritePeriod(writer);
        writer.Group($"sloth-slo-meta-recordings-{rules.Names.Group}", BurnInterval);
        sloth.WriteMeta(writer);
        if (rules.Tiers.Count == 0) return;
        writer.Group($"sloth-slo-alerts-{rules.Names.Group}", BurnInterval);
        foreach (var severity in rules.Tiers.GroupBy(t => t.Severity)) WriteAlert(rules, sloth, severity.Key, severity, writer);
    }

    private static void WriteAlert(ObjectiveRules rules, SlothRecordings sloth, AlertSeverity severity, IEnumerable<BurnRateTier> tiers, RuleWriter writer)
    {
        string name = Term<AlertSeverity>.Name(severity);
        var texts = new AlertTexts(rules);
        writer.Alert(
            Burn,
            string.Join("\nor\n", tiers.Select(t => $"(\n    {Above(sloth, rules, t, t.ShortWindow)}\n    and\n    {Above(sloth, rules, t, t.LongWindow)}\n)")),
            null,
            RuleWriter.Map([.. texts.Labels(name, severity), ("sloth_severity", name)]),
            texts.Burning(name));
    }

    private static string Above(SlothRecordings sloth, ObjectiveRules rules, BurnRateTier tier, TimeSpan window) =>
        $"max({sloth.ErrorRatio(WindowText.Of(window))} > {rules.Limit(tier)}) without (sloth_window)";
}
