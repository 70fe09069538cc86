namespace SloFunctions.Application.Reports.Documents;

/// <summary>Trials that nothing is known of.</summary>
/// <param name="NoRecommendedTarget">No balanced target was recommended.</param>
/// <param name="TooRecent">There are fewer than seven whole days since the recommendation.</param>
/// <param name="TooLittleTelemetry">Less than half of the hours were measured.</param>
/// <param name="NoTraffic">There were no requests.</param>
public sealed record ShadowTrialGaps(int NoRecommendedTarget, int TooRecent, int TooLittleTelemetry, int NoTraffic);
