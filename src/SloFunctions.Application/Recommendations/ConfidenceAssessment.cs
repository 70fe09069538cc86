using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Stationarity;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Says how far the targets of a service can be trusted, and why not further.</summary>
internal static class ConfidenceAssessment
{
    private const int Decimals = 4;

    // With so many incidents and services the fleet speaks for itself.
    private const double EnoughIncidents = 20;
    private const double EnoughServices = 20;

    // A tenth of the hours missing or faulty is bad enough.
    private const double BadShare = 0.1;

    public static ConfidenceDocument OfAvailability(AvailabilityCase known, IReadOnlyList<AvailabilityTier> tiers, IReadOnlyList<HistoryChange> changes)
    {
        var losses = new List<ConfidenceLoss>(Data(known.Evidence, known.ColdStart));
        losses.AddRange(Dependencies(known));
        if (known.Evidence.Method != RecommendationMethod.Predictive) losses.Add(ConfidenceLoss.Of(ConfidenceReason.LiteralHistory));
        else losses.Add(ConfidenceLoss.Of(
            ConfidenceReason.LittleFleetEvidence,
            1 - Math.Min(known.Prior.Incidents / EnoughIncidents, known.Prior.Services / EnoughServices)));
        if (RequestRate.Of(known.Evidence.History).IsLow || tiers.Any(t => known.Limits.IsHeldByTraffic(t.RawTarget))) losses.Add(ConfidenceLoss.Of(ConfidenceReason.LowTraffic));
        if (changes.Any(c => c.Quantity is ChangedQuantity.BackgroundErrors or ChangedQuantity.Traffic)) losses.Add(ConfidenceLoss.Of(ConfidenceReason.Drifted));
        return Render(Confidence.Of(losses));
    }

    public static ConfidenceDocument OfLatency(RecommendationEvidence evidence, ColdStart? coldStart, IReadOnlyList<HistoryChange> changes)
    {
        if (evidence.History.Latency is null) return Render(Confidence.Of([ConfidenceLoss.Of(ConfidenceReason.NothingMeasured)]));
        var losses = new List<ConfidenceLoss>(Data(evidence, coldStart));
        if (RequestRate.Of(evidence.History).IsLow) losses.Add(ConfidenceLoss.Of(ConfidenceReason.LowTraffic));
        if (changes.Any(c => c.Quantity is ChangedQuantity.TypicalLatency or ChangedQuantity.TailLatency)) losses.Add(ConfidenceLoss.Of(ConfidenceReason.Drifted));
        return Render(Confidence.Of(losses));
    }

    private static IEnumerable<ConfidenceLoss> Data(RecommendationEvidence evidence, ColdStart? coldStart)
    {
        var quality = DataQuality.Of(evidence.History);
        if (evidence.Profile.MeasuredSince is null)
        {
            yield return ConfidenceLoss.Of(ConfidenceReason.NothingMeasured);
            yield break;
        }

        if (coldStart is not null) yield return ConfidenceLoss.Of(ConfidenceReason.ShortHistory, 1 - (coldStart.DaysOfData / ColdStart.EnoughDays));
        else if (evidence.History.Window.Hours < ErrorBudget.SloWindow.TotalHours)
            yield return ConfidenceLoss.Of(ConfidenceReason.ShortLookback, 1 - (evidence.History.Window.Hours / ErrorBudget.SloWindow.TotalHours));
        if (coldStart is null) yield return ConfidenceLoss.Of(ConfidenceReason.IncompleteData, (1 - quality.Completeness) / BadShare);
        if (quality.HoursMeasured > 0 && quality.Defects.Count > 0)
            yield return ConfidenceLoss.Of(ConfidenceReason.FaultyTelemetry, quality.Defects.Max(d => d.Hours) / (BadShare * evidence.History.Window.Hours));
    }

    private static IEnumerable<ConfidenceLoss> Dependencies(AvailabilityCase known)
    {
        var service = known.Downstream.Service;
        if (service.HasLongChain) yield return ConfidenceLoss.Of(ConfidenceReason.LongChain);
        if (!service.Bound.IsExact) yield return ConfidenceLoss.Of(ConfidenceReason.EstimatedComposite);
        if (service.IsMasked) yield return ConfidenceLoss.Of(ConfidenceReason.MaskedDependencies);
        int others = known.Downstream.Members.Count - 1;
        int unmeasured = known.Downstream.Members.Count(m => m != known.Downstream.Place &&
            known.Downstream.Landscape.Availabilities.Services[m].Basis == AvailabilityBasis.AssumedPerfect);
        if (unmeasured > 0) yield return ConfidenceLoss.Of(ConfidenceReason.UnmeasuredDependencies, (double)unmeasured / others);
    }

    private static ConfidenceDocument Render(Confidence confidence) => new(
        Math.Round(confidence.Score, Decimals),
        confidence.IsLow,
        [.. confidence.Reasons.Select(r => new ConfidenceReasonDocument(Term<ConfidenceReason>.Name(r.Reason), Math.Round(r.Share, Decimals), ConfidenceText.Of(r.Reason)))]);
}
