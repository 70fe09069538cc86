using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reports.Documents;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Reports;

/// <summary>Publishes the report on breach rates.</summary>
internal static class BreachRateRendering
{
    private const string Note =
        "Each SLO is judged once a month, over the 28 days that end with the month and only where it was in force for all of them. "
        + "Only SLOs in force today are known: one that was replaced is not in the months before. "
        + "Services fail together, which the intervals do not allow for: they are too narrow where incidents spread.";

    public static BreachRateDocument Render(BreachRateQuery query, IReadOnlyList<JudgedObjective> judged, DateTimeOffset now) => new(
        now,
        query.Months[0].Name,
        query.Months[^1].Name,
        (int)ErrorBudget.SloWindow.TotalDays,
        BreachTally.Confidence,
        BreachTally.FewestForVerdict,
        Note,
        Section(SliType.Availability, query, judged),
        Section(SliType.Latency, query, judged),
        Breached(query, judged));

    private static BreachRateSection Section(SliType type, BreachRateQuery query, IReadOnlyList<JudgedObjective> all)
    {
        JudgedObjective[] judged = [.. all.Where(j => j.Objective.SliType == type)];
        var months = judged.ToLookup(j => j.Month);
        return new BreachRateSection(
            BreachFiguresRendering.Figures(judged),
            [.. query.Months.Select(m => new MonthBreachFigures(m.Name, new WindowDocument(m.Window.Start, m.Window.End), BreachFiguresRendering.Figures(months[m])))],
            BreachFiguresRendering.By(judged, o => o.Tier is { } tier ? Term<Tier>.Name(tier) : null),
            BreachFiguresRendering.By(judged, o => o.Method),
            BreachFiguresRendering.By(judged, o => Term<SloSource>.Name(o.Source)),
            BreachFiguresRendering.By(judged, o => o.Team),
            BreachFiguresRendering.By(judged, o => Term<ServiceCriticality>.Name(o.Criticality)));
    }

    private static BreachedPage Breached(BreachRateQuery query, IReadOnlyList<JudgedObjective> judged)
    {
        JudgedObjective[] all = [.. judged.Where(j => j.Judgement.IsBreached).OrderBy(j => j.Position, BreachPosition.Order)];
        JudgedObjective[] rest = [.. all.Where(j => query.After is null || BreachPosition.Order.Compare(j.Position, query.After) > 0)];
        JudgedObjective[] shown = [.. rest.Take(query.Limit)];
        return new BreachedPage(all.Length, [.. shown.Select(Entry)], shown.Length < rest.Length ? shown[^1].Position.ToCursor() : null);
    }

    private static BreachedObjectiveDocument Entry(JudgedObjective breached)
    {
        var (objective, judgement) = (breached.Objective, breached.Judgement);
        return new BreachedObjectiveDocument(
            breached.Month.Name,
            objective.Service.Value,
            objective.Team,
            Term<ServiceCriticality>.Name(objective.Criticality),
            Term<SliType>.Name(objective.SliType),
            Percent.Of(objective.Target),
            objective.ThresholdMs,
            Percent.Precise(judgement.Achieved!.Value),
            BreachFiguresRendering.Share(judgement.BudgetSpent!.Value),
            Term<SloSource>.Name(objective.Source),
            objective.Tier is { } tier ? Term<Tier>.Name(tier) : null,
            objective.Promise is { } promise ? BreachFiguresRendering.Share(promise) : null);
    }
}
