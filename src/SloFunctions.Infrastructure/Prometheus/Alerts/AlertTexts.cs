using System.Globalization;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Vocabulary;
using static SloFunctions.Infrastructure.Prometheus.Alerts.RuleWriter;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>The labels of alerts and what they say to people.</summary>
internal sealed class AlertTexts(ObjectiveRules rules)
{
    private readonly AlertedObjective objective = rules.Objective;
    private readonly string service = Literal(rules.Objective.Service.Value);

    /// <summary>The labels that tell of whom, where and how urgent.</summary>
    public (string, string?)[] Labels(string tier, AlertSeverity severity) =>
    [
        ("severity", Term<AlertSeverity>.Name(severity)),
        ("tier", tier),
        ("team", objective.Team is null ? null : Literal(objective.Team)),
        ("service", service),
        ("slo", objective.Name),
    ];

    /// <summary>The annotations of a tier.</summary>
    public string Burning(BurnRateTier tier) => Annotations(
        RunbookPage.ErrorBudgetBurn,
        $"{service}: the error budget of {objective.Name} burns at more than {Short(tier.Factor)} times the sustainable rate",
        $"{{{{ $value | humanizePercentage }}}} of the requests of the last {WindowText.Of(tier.LongWindow)} were bad, and in the last {WindowText.Of(tier.ShortWindow)} it went on. "
        + $"{rules.Promise}, which leaves {ObjectiveRules.Percent(objective.Budget)}. This fast, the whole budget of 28 days lasts less than {Days(tier.Exhaustion(ErrorBudget.SloWindow))}.");

    /// <summary>The annotations of all tiers of a severity together, as Sloth words them.</summary>
    public string Burning(string severity) => Map(
        ("summary", $"{service}: the error budget of {objective.Name} is burning too fast. {rules.Promise}."),
        ("title", $"({severity}) {service} {objective.Name} SLO error budget burn rate is too fast."),
        ("runbook_url", Runbook(RunbookPage.ErrorBudgetBurn)));

    /// <summary>The annotations of an alert on what is left of the budget.</summary>
    public string Left(string limit) => Annotations(
        RunbookPage.ErrorBudgetLow,
        $"{service}: less than {limit} of the error budget of {objective.Name} is left",
        $"{{{{ $value | humanizePercentage }}}} of the budget of 28 days is left. {rules.Promise}.");

    /// <summary>The annotations of the alert on what a day has spent.</summary>
    public string SpentInADay() => Annotations(
        RunbookPage.ErrorBudgetLow,
        $"{service}: a day has spent more than 25% of the error budget of {objective.Name}",
        $"The last day has spent {{{{ $value | humanizePercentage }}}} of the budget of 28 days. {rules.Promise}.");

    /// <summary>The annotations of the alert on missing series.</summary>
    public string Missing() => Annotations(
        RunbookPage.SloMetricAbsent,
        $"{service}: nothing is measured of {objective.Name}",
        $"The series from which {objective.Name} is counted do not exist. The service is down, is not scraped, or names them otherwise; no other alert of this objective can fire meanwhile.");

    private static string Short(decimal factor) => factor.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Days(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0.#} days");

    private string Annotations(RunbookPage page, string summary, string description) => Map(
        ("summary", summary), ("description", description), ("runbook_url", Runbook(page)));

    private string? Runbook(RunbookPage page) => objective.Runbooks is { } runbooks ? Literal(runbooks.Of(page, objective.Service)) : null;
}
