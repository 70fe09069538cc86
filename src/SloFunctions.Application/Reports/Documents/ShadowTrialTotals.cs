namespace SloFunctions.Application.Reports.Documents;

/// <summary>What would have become of both targets, had both been in force.</summary>
/// <param name="Judged">Services of which that is known.</param>
/// <param name="Manual">What became of the targets that people chose.</param>
/// <param name="Recommended">What became of the balanced ones.</param>
/// <param name="SameOutcome">Where both were kept, or both missed.</param>
/// <param name="OutcomeAgreementRate">The share of those; null without judged ones.</param>
/// <param name="NotJudged">The others, by reason.</param>
public sealed record ShadowTrialTotals(
    int Judged, ShadowOutcome Manual, ShadowOutcome Recommended, int SameOutcome, double? OutcomeAgreementRate, ShadowTrialGaps NotJudged);
