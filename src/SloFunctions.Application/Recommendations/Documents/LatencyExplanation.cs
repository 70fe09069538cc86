namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>Where latency targets come from.</summary>
/// <param name="Summary">In one or two sentences.</param>
/// <param name="NoiseMargin">The allowance for noise of shared infrastructure, a share in [0.05, 0.10].</param>
/// <param name="HoursLeftOut">Hours measured with another bucket layout than the latest one, which no figure contains.</param>
/// <param name="Note">How the percentiles were measured.</param>
public sealed record LatencyExplanation(string Summary, double NoiseMargin, int HoursLeftOut, string Note);
