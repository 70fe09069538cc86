using SloFunctions.Application.Dashboards.Documents;
using SloFunctions.Application.Reports;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Dashboards;

/// <summary>Publishes the dashboard of recommendations.</summary>
internal static class RecommendationQualityRendering
{
    private const int RecentDays = 90;

    private const string Note =
        "Each availability objective that comes from a recommendation is judged once, over the whole days since it is in force: the last 28 of them, or fewer down to seven. "
        + "A breach probability is promised for 28 days, so that the comparison is rough while many objectives are younger; the report on breach rates compares full windows only. "
        + "Only objectives in force today are known. Targets that somebody brought are no decisions about recommendations.";

    public static RecommendationQualityDocument Render(DashboardRows all, DashboardQuery query)
    {
        var rows = (all with { Coverage = [], Objectives = [.. all.Objectives.Where(IsRecommended)] }).Of(query);
        return new RecommendationQualityDocument(
            rows.Stamp?.RefreshedAt,
            rows.Stamp?.Through,
            RecentDays,
            RealisedDays.Fewest,
            (int)ErrorBudget.SloWindow.TotalDays,
            Note,
            Figures(rows),
            DashboardGroups.ByTeam(rows, Figures, f => f.AllDecisions.Decided),
            DashboardGroups.ByCriticality(rows, query, Figures),
            ByTierAndMethod(rows));
    }

    private static bool IsRecommended(ObjectiveRow row) => row.Objective is { SliType: SliType.Availability, Method: not null };

    private static TierAndMethodFigures[] ByTierAndMethod(DashboardRows rows) =>
    [
        .. rows.By(_ => default, o => (o.Objective.Tier, o.Objective.Method), d => (d.Tier, d.Method))
            .OrderBy(g => g.Key.Method is null).ThenBy(g => g.Key.Method, StringComparer.Ordinal).ThenBy(g => g.Key.Tier is null).ThenBy(g => g.Key.Tier)
            .Select(g => new TierAndMethodFigures(g.Key.Tier is { } tier ? Term<Tier>.Name(tier) : null, g.Key.Method, Figures(g.Rows)))
    ];

    private static QualityFigures Figures(DashboardRows rows)
    {
        var breaches = new BreachTally();
        foreach (var row in rows.Objectives) breaches.Add(row.Judgement, row.Objective.Promise);
        return new QualityFigures(
            Decisions(rows.Decisions, d => d.DecisionsOf90Days), Decisions(rows.Decisions, d => d.Decisions), BreachFiguresRendering.Figures(breaches));
    }

    private static DecisionFigures Decisions(IEnumerable<DecisionRow> rows, Func<DecisionRow, int> times)
    {
        var tally = new DecisionTally();
        foreach (var row in rows) tally.Add(row.Action, times(row));
        return new DecisionFigures(
            tally.Of(AuditAction.Accept),
            tally.Of(AuditAction.Modify),
            tally.Of(AuditAction.AutoApprove),
            tally.Of(AuditAction.Reject),
            tally.Of(AuditAction.Expire),
            tally.Decided,
            BreachFiguresRendering.Share(tally.AcceptanceRate));
    }
}
