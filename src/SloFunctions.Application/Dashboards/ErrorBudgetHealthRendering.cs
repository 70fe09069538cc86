using SloFunctions.Application.Dashboards.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reports;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Dashboards;

/// <summary>Publishes the dashboard of error budgets.</summary>
internal static class ErrorBudgetHealthRendering
{
    private const int WorstServices = 20;

    public static ErrorBudgetHealthDocument Render(DashboardRows all, DashboardQuery query)
    {
        var rows = (all with { Coverage = [], Decisions = [] }).Of(query);
        return new ErrorBudgetHealthDocument(
            rows.Stamp?.RefreshedAt,
            rows.Stamp?.Through,
            (int)ErrorBudget.SloWindow.TotalDays,
            [.. ErrorBudgetPolicy.Bands.Select(Band)],
            Figures(rows),
            DashboardGroups.ByTeam(rows, Figures, f => f.Objectives),
            DashboardGroups.ByCriticality(rows, query, Figures),
            Worst(rows.Objectives));
    }

    private static BudgetBandDocument Band(BudgetBand band) =>
        new(Term<BudgetState>.Name(band.State), double.IsFinite(band.From) ? band.From : null, band.IsFromIncluded, band.Action);

    private static BudgetFigures Figures(DashboardRows rows)
    {
        var tally = new BudgetTally();
        foreach (var row in rows.Objectives) tally.Add(row.Budget);
        return new BudgetFigures(
            tally.Objectives,
            new BudgetStateCounts(
                tally.In(BudgetState.Normal), tally.In(BudgetState.Caution), tally.In(BudgetState.Freeze), tally.In(BudgetState.Incident), tally.In(BudgetState.Exhausted)),
            Consumption(tally),
            new NoBudgetDataDocument(
                tally.WithoutData,
                tally.Without(BudgetGap.NoTelemetry),
                tally.Without(BudgetGap.NoTraffic),
                tally.Without(BudgetGap.ThresholdOffBuckets),
                tally.Without(BudgetGap.NoHistogram)));
    }

    private static List<ConsumptionDocument> Consumption(BudgetTally tally)
    {
        var bands = new List<ConsumptionDocument>();
        foreach (var band in Enum.GetValues<ConsumptionBand>())
            bands.Add(new ConsumptionDocument(bands.Count == 0 ? 0 : bands[^1].To!.Value, BudgetTally.EndOf(band), tally.In(band)));
        return bands;
    }

    private static IReadOnlyList<ServiceBudgetDocument> Worst(IEnumerable<ObjectiveRow> objectives) =>
    [
        .. objectives.Where(o => o.Budget.Balance is not null)
            .GroupBy(o => o.Objective.Service)
            .Select(service => service.MinBy(o => o.Budget.Balance!.RemainingShare)!)
            .OrderBy(o => o.Budget.Balance!.RemainingShare).ThenBy(o => o.Objective.Service.Value, StringComparer.Ordinal)
            .Take(WorstServices)
            .Select(o => Entry(o.Objective, o.Budget.Balance!, o.Recent.HoursUsable))
    ];

    private static ServiceBudgetDocument Entry(AcceptedObjective objective, BudgetBalance balance, int hours) => new(
        objective.Service.Value,
        objective.Team,
        Term<ServiceCriticality>.Name(objective.Criticality),
        Term<SliType>.Name(objective.SliType),
        Percent.Of(objective.Target),
        objective.ThresholdMs,
        Term<BudgetState>.Name(ErrorBudgetPolicy.StateOf(balance)),
        BreachFiguresRendering.Share(balance.RemainingShare),
        BreachFiguresRendering.Share(balance.ConsumedShare),
        Significant.Of(balance.AllowedBad),
        balance.Counts.Bad,
        balance.Counts.Total,
        BreachFiguresRendering.Share(hours / ErrorBudget.SloWindow.TotalHours));
}
