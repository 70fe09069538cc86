using SloFunctions.Application.Dashboards.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Dashboards;

/// <summary>Divides the rows under a dashboard.</summary>
internal static class DashboardGroups
{
    /// <summary>The most teams that one answer tells of; any other can be asked for by its name.</summary>
    public const int MostTeams = 500;

    public static DashboardRows Of(this DashboardRows rows, DashboardQuery query) => rows with
    {
        Coverage = [.. rows.Coverage.Where(r => query.Covers(r.Team, r.Criticality))],
        Objectives = [.. rows.Objectives.Where(r => query.Covers(r.Objective.Team, r.Objective.Criticality))],
        Decisions = [.. rows.Decisions.Where(r => query.Covers(r.Team, r.Criticality))],
    };

    public static IReadOnlyList<(TKey Key, DashboardRows Rows)> By<TKey>(
        this DashboardRows rows, Func<CoverageRow, TKey> ofServices, Func<ObjectiveRow, TKey> ofObjective, Func<DecisionRow, TKey> ofDecision)
    {
        var (services, objectives, decisions) = (rows.Coverage.ToLookup(ofServices), rows.Objectives.ToLookup(ofObjective), rows.Decisions.ToLookup(ofDecision));
        return
        [
            .. services.Select(g => g.Key).Concat(objectives.Select(g => g.Key)).Concat(decisions.Select(g => g.Key)).Distinct()
                .Select(key => (key, new DashboardRows(rows.Stamp, [.. services[key]], [.. objectives[key]], [.. decisions[key]])))
        ];
    }

    /// <summary>The teams with the most of what is weighed, those first.</summary>
    public static TeamBreakdown<T> ByTeam<T>(DashboardRows rows, Func<DashboardRows, T> figures, Func<T, int> weight)
    {
        var teams = rows.By(r => r.Team, r => r.Objective.Team, r => r.Team);
        return new TeamBreakdown<T>(
            teams.Count,
            [.. teams.Select(t => new TeamFigures<T>(t.Key, figures(t.Rows)))
                .OrderByDescending(t => weight(t.Figures)).ThenBy(t => t.Team, StringComparer.Ordinal)
                .Take(MostTeams)]);
    }

    /// <summary>Every criticality that is asked for, the highest first, with and without services.</summary>
    public static IReadOnlyList<CriticalityFigures<T>> ByCriticality<T>(DashboardRows rows, DashboardQuery query, Func<DashboardRows, T> figures) =>
    [
        .. Enum.GetValues<ServiceCriticality>().Where(c => query.Criticality is null || query.Criticality == c)
            .Select(c => new CriticalityFigures<T>(Term<ServiceCriticality>.Name(c), figures(rows.Of(new DashboardQuery(null, c)))))
    ];
}
