namespace SloFunctions.Application.Graph;

/// <summary>What was done about large submissions that nobody was storing.</summary>
/// <param name="Started">Orchestrations that were started.</param>
/// <param name="GivenUp">Submissions that were given up because somebody had ended their orchestration.</param>
/// <param name="Purged">Failed submissions that were forgotten.</param>
public sealed record ResumedIngestions(int Started, int GivenUp, int Purged);
