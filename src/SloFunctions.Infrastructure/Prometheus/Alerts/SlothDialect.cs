using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Vocabulary;
using static SloFunctions.Infrastructure.Prometheus.Alerts.ObjectiveRules;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>The three groups that Sloth generates for an SLO, with its names.</summary>
internal static class SlothDialect
{
    public const string Burn = "SloErrorBudgetBurn";

    private static readonly string[] Parts = ["sli-recordings", "meta-recordings", "alerts"];

    public static void Write(ObjectiveRules rules, RuleWriter writer)
    {
        var sloth = new SlothRecordings(rules);
        writer.Group(Group("sli-recordings", rules.Names), BurnInterval);
        sloth.WriteWindows(writer);
        sloth.WritePeriod(writer);
        writer.Group(Group("meta-recordings", rules.Names), BurnInterval);
        sloth.WriteMeta(writer);
        if (rules.Tiers.Count == 0) return;
        writer.Group(Group("alerts", rules.Names), BurnInterval);
        foreach (var severity in rules.Tiers.GroupBy(t => t.Severity)) WriteAlert(rules, sloth, severity.Key, severity, writer);
    }

    /// <summary>The groups of several objectives in the order in which they need one another.</summary>
    public static string[] Order(IReadOnlyCollection<AlertedObjective> objectives)
    {
        RuleNames[] names = [.. objectives.Select(o => new RuleNames(o))];
        return [.. Parts.SelectMany(p => names.Select(n => Group(p, n)))];
    }

    private static string Group(string part, RuleNames names) => $"sloth-slo-{part}-{names.Group}";

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
