using SloFunctions.Application.Reports.Documents;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Statistics;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Reports;

/// <summary>Publishes tallies of judged objectives.</summary>
internal static class BreachFiguresRendering
{
    private const int ShareDecimals = 6;

    public static double Share(double share) => Math.Round(share, ShareDecimals);

    public static double? Share(double? share) => share is { } value ? Share(value) : null;

    public static IReadOnlyList<double>? Interval(BinomialInterval? interval) => interval is null ? null : [Share(interval.Lower), Share(interval.Upper)];

    public static BreachFigures Figures(IEnumerable<JudgedObjective> judged) => Figures(JudgedObjective.Tally(judged));

    public static BreachFigures Figures(BreachTally tally) => new(
        tally.Judged,
        tally.Breached,
        Share(tally.Rate),
        Interval(tally.Interval),
        new PromiseDocument(
            tally.Promised,
            tally.Judged - tally.Promised,
            tally.PromisedBreached,
            Share(tally.MeanPromise),
            Share(tally.PromisedRate),
            Interval(tally.PromisedInterval),
            Term<PromiseVerdict>.Name(tally.Verdict)),
        new NotJudgedDocument(
            tally.NotJudged(NotJudgedReason.ActivatedDuringWindow),
            tally.NotJudged(NotJudgedReason.TooLittleTelemetry),
            tally.NotJudged(NotJudgedReason.NoTraffic)),
        new NotMeasurableDocument(tally.NotJudged(NotJudgedReason.ThresholdOffBuckets), tally.NotJudged(NotJudgedReason.NoHistogram)));

    public static BreachBreakdown By(IReadOnlyList<JudgedObjective> judged, Func<AcceptedObjective, string?> name)
    {
        var groups = judged.GroupBy(j => name(j.Objective), StringComparer.Ordinal).ToArray();
        return new BreachBreakdown(
            groups.Length,
            [.. groups.Select(g => new GroupBreachFigures(g.Key, Figures(g)))
                .OrderByDescending(g => g.Figures.Judged).ThenBy(g => g.Name, StringComparer.Ordinal)
                .Take(ReportLimits.Groups)]);
    }
}
