using System.Globalization;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>What the rules of one objective share, whatever the dialect.</summary>
internal sealed class ObjectiveRules
{
    /// <summary>The window that is counted, and that longer ones are sums of.</summary>
    public const string CountedWindow = "5m";

    /// <summary>How often windows up to some days are evaluated: a page is late by this at most.</summary>
    public const string BurnInterval = "1m";

    /// <summary>How often counts are recorded and the budget is evaluated. The counts overlap, all alike, so that ratios of their sums are right.</summary>
    public const string BudgetInterval = "150s";

    public ObjectiveRules(PrometheusOptions options, AlertedObjective objective, IReadOnlyList<BurnRateTier> tiers)
    {
        Objective = objective;
        Names = new RuleNames(objective);
        Queries = new ObjectiveQueries(options, objective);
        Tiers = [.. tiers.Where(t => t.IsReachable(objective))];
        Windows = [.. tiers.SelectMany(t => new[] { t.ShortWindow, t.LongWindow }).Distinct().Order().Select(WindowText.Of)];
    }

    public AlertedObjective Objective { get; }

    public RuleNames Names { get; }

    public ObjectiveQueries Queries { get; }

    /// <summary>The tiers that can fire.</summary>
    public IReadOnlyList<BurnRateTier> Tiers { get; }

    /// <summary>The windows of all tiers, in order of length.</summary>
    public IReadOnlyList<string> Windows { get; }

    /// <summary>The window of the SLO.</summary>
    public static string Period => WindowText.Of(ErrorBudget.SloWindow);

    /// <summary>The target as a number.</summary>
    public string Target => Number((decimal)Objective.Target);

    /// <summary>The budget as a number.</summary>
    public string Budget => Number(Objective.Budget);

    /// <summary>What most people call the objective: <c>99.9 % of the requests must not fail</c>.</summary>
    public string Promise => Objective.ThresholdSeconds is { } threshold
        ? $"{Percent((decimal)Objective.Target)} of the requests must be answered within {Number((decimal)threshold)} s"
        : $"{Percent((decimal)Objective.Target)} of the requests must not fail";

    /// <summary>The limit of a tier, as the product that it is.</summary>
    public string Limit(BurnRateTier tier) => $"({Number(tier.Factor)} * {Budget})";

    /// <summary>A number as PromQL reads it, as precise as a double is.</summary>
    public static string Number(decimal value) => value == decimal.Round(value, 15) ? value.ToString("0.###############", CultureInfo.InvariantCulture) : ((double)value).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A share in per cent.</summary>
    public static string Percent(decimal ratio) => (ratio * 100).ToString("0.##########", CultureInfo.InvariantCulture) + "%";
}
