using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Vocabulary;
using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>Where the alerts and the budget of an objective are found in the rules of a dialect.</summary>
internal static class DialectTests
{
    /// <summary>The alert of a tier while it fires.</summary>
    public static string Alert(RuleDialect dialect, AlertedObjective objective, BurnRateTier tier) => dialect switch
    {
        RuleDialect.Sloth => Firing(dialect, objective, SlothDialect.Burn, Is("sloth_severity", Term<AlertSeverity>.Name(tier.Severity))),
        RuleDialect.Pyrra => Firing(dialect, objective, PyrraDialect.Burn, Is("tier", tier.Name)),
        _ => Firing(dialect, objective, PrometheusDialect.Burn, Is("tier", tier.Name)),
    };

    /// <summary>An alert of one name while it fires.</summary>
    public static string Firing(RuleDialect dialect, AlertedObjective objective, string name, params string[] more) => Select(
        "ALERTS",
        [
            Is("alertname", name), Is("alertstate", "firing"), Is("service", objective.Service.Value),
            Is("slo", dialect == RuleDialect.Pyrra ? new RuleNames(objective).Id : objective.Name), .. more,
        ]);

    /// <summary>The share of good requests in the whole period, as recorded.</summary>
    public static string Availability(RuleDialect dialect, AlertedObjective objective)
    {
        string id = new RuleNames(objective).Id;
        return dialect == RuleDialect.Pyrra
            ? Select("pyrra_availability", Is("slo", id))
            : $"1 - {Select($"slo:sli_error:ratio_rate{ObjectiveRules.Period}", Is("sloth_id", id))}";
    }
}
