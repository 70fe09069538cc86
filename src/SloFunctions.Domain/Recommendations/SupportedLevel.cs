namespace SloFunctions.Domain.Recommendations;

/// <summary>What a method says for one tier. All availabilities are ratios in [0, 1].</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Level">The level that the history supports.</param>
/// <param name="Interval">Its 95 % confidence interval.</param>
public sealed record SupportedLevel(Tier Tier, double Level, (double Lower, double Upper) Interval);
