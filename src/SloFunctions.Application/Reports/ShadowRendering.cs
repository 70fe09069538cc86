using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reports.Documents;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Reports;

/// <summary>Publishes the shadow comparison.</summary>
internal static class ShadowRendering
{
    public const string Note =
        "Differences are the target in force less the balanced one recommended now. A trial holds both targets against the days after a recommendation, "
        + "of which it knew nothing: the last 28 whole days where one that old is kept, otherwise those since the oldest, at least seven. "
        + "A trial of fewer than 28 days is no SLO window, so its outcome says less.";

    private const int MinuteDecimals = 4;
    private const int NinesDecimals = 4;

    public static ShadowTotals Totals(int slos, IReadOnlyList<ShadowComparison> compared)
    {
        var tally = new ShadowTally();
        foreach (var one in compared) tally.Add(one.Difference, one.Trial);
        return new ShadowTotals(
            slos,
            slos - compared.Count,
            compared.Count - tally.Compared,
            tally.Compared,
            tally.Count(ShadowVerdict.ManualStricter),
            tally.Count(ShadowVerdict.ManualLooser),
            tally.Count(ShadowVerdict.Same),
            BreachFiguresRendering.Share(tally.AgreementRate),
            tally.MedianDifference is { } median ? Difference(median) : null,
            new ShadowTrialTotals(
                tally.Trials,
                Outcome(tally, tally.ManualBreached),
                Outcome(tally, tally.RecommendedBreached),
                tally.SameOutcome,
                BreachFiguresRendering.Share(tally.OutcomeAgreementRate),
                new ShadowTrialGaps(
                    tally.Count(TrialGap.NoRecommendedTarget),
                    tally.Count(TrialGap.TooRecent),
                    tally.Count(TrialGap.TooLittleTelemetry),
                    tally.Count(TrialGap.NoTraffic))));
    }

    public static ShadowServiceDocument Service(ShadowComparison comparison, IReadOnlyDictionary<ServiceId, double> probabilities)
    {
        var (slo, recommended) = (comparison.Slo, comparison.Slo.Recommended!);
        return new ShadowServiceDocument(
            slo.Service.Value,
            slo.Team,
            Term<ServiceCriticality>.Name(slo.Criticality),
            Term<SloSource>.Name(slo.Source),
            Target(slo.ManualTarget, probabilities.TryGetValue(slo.Service, out double probability) ? probability : null),
            recommended.RecommendationId,
            recommended.GeneratedAt,
            new TiersDocument<ShadowTargetDocument>(Tier(recommended.Conservative), Tier(recommended.Balanced), Tier(recommended.Aggressive)),
            comparison.Difference is { } difference ? Difference(difference) : null,
            comparison.Difference is { } judged ? Term<ShadowVerdict>.Name(judged.Verdict) : null,
            Trial(comparison));
    }

    private static ShadowTrialDocument Trial(ShadowComparison comparison)
    {
        var (trial, tried) = (comparison.Trial, comparison.Slo.Tried);
        bool isKnown = trial.Gap is null;
        return new ShadowTrialDocument(
            tried?.RecommendationId,
            tried?.GeneratedAt,
            Percent.Of(tried?.Balanced.Target),
            comparison.TrialDays is { } days ? new WindowDocument(days.Start, days.End) : null,
            Percent.Precise(trial.Achieved),
            isKnown ? trial.ManualBreached : null,
            isKnown ? trial.RecommendedBreached : null,
            trial.Gap is { } gap ? Term<TrialGap>.Name(gap) : null);
    }

    private static ShadowOutcome Outcome(ShadowTally tally, int breached) =>
        new(breached, BreachFiguresRendering.Share(tally.Rate(breached)), BreachFiguresRendering.Interval(tally.Interval(breached)));

    private static ShadowTargetDocument Tier(ShadowTier tier) => Target(tier.Target, tier.BreachProbability);

    private static ShadowTargetDocument Target(double? target, double? probability) => new(
        Percent.Of(target),
        target is { } ratio ? Math.Round(ErrorBudget.SloWindowMinutes(ratio), MinuteDecimals) : null,
        BreachFiguresRendering.Share(probability));

    private static TargetDifferenceDocument Difference(TargetDifference difference) => new(
        Percent.Of(difference.Ratio), Math.Round(difference.Nines, NinesDecimals), Math.Round(difference.BudgetMinutes, MinuteDecimals));
}
