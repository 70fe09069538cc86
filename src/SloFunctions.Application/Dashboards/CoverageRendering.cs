using SloFunctions.Application.Dashboards.Documents;
using SloFunctions.Application.Reports;

namespace SloFunctions.Application.Dashboards;

/// <summary>Publishes the coverage dashboard.</summary>
internal static class CoverageRendering
{
    public static CoverageDocument Render(DashboardRows all, DashboardQuery query)
    {
        var rows = (all with { Objectives = [], Decisions = [] }).Of(query);
        return new CoverageDocument(
            rows.Stamp?.RefreshedAt,
            rows.Stamp?.Through,
            Figures(rows),
            DashboardGroups.ByTeam(rows, Figures, f => f.Services),
            DashboardGroups.ByCriticality(rows, query, Figures));
    }

    private static CoverageFigures Figures(DashboardRows rows)
    {
        int services = Sum(r => r.Services);
        var (withSlo, withRecommendation, withTelemetry) = (Sum(r => r.WithSlo), Sum(r => r.WithRecommendation), Sum(r => r.WithTelemetry));
        return new CoverageFigures(
            services,
            Sum(r => r.Discovered),
            withSlo,
            Share(withSlo),
            Sum(r => r.WithAvailabilitySlo),
            Sum(r => r.WithLatencySlo),
            Sum(r => r.WithBothSlos),
            new SourceCounts(Sum(r => r.Accepted), Sum(r => r.Modified), Sum(r => r.Manual)),
            withRecommendation,
            Share(withRecommendation),
            Sum(r => r.UndecidedRecommendations),
            withTelemetry,
            Share(withTelemetry));

        int Sum(Func<CoverageRow, int> count) => rows.Coverage.Sum(count);
        double? Share(int some) => services == 0 ? null : BreachFiguresRendering.Share((double)some / services);
    }
}
