namespace SloFunctions.Application.Reports.Documents;

/// <summary>All services with an availability SLO that people chose.</summary>
/// <param name="Slos">How many there are.</param>
/// <param name="WithoutRecommendation">Those without an active recommendation.</param>
/// <param name="WithoutRecommendedTarget">Those whose recommendation has no balanced target.</param>
/// <param name="Compared">The others.</param>
/// <param name="ManualStricter">Where people promise more.</param>
/// <param name="ManualLooser">Where people promise less.</param>
/// <param name="Same">Where both promise the same.</param>
/// <param name="AgreementRate">The share of compared ones that promise the same; null without any.</param>
/// <param name="MedianDifference">The medians of the differences, each measure by itself; null without any.</param>
/// <param name="Trials">What would have become of both targets.</param>
public sealed record ShadowTotals(
    int Slos,
    int WithoutRecommendation,
    int WithoutRecommendedTarget,
    int Compared,
    int ManualStricter,
    int ManualLooser,
    int Same,
    double? AgreementRate,
    TargetDifferenceDocument? MedianDifference,
    ShadowTrialTotals Trials);
