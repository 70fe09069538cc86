using System.Globalization;

namespace SloFunctions.Domain.Alerts;

/// <summary>What the alerts of an objective leave out.</summary>
/// <param name="Objective">The objective.</param>
/// <param name="Tier">The tier that cannot fire; null when the objective has no alerts at all.</param>
public sealed record AlertOmission(AlertedObjective Objective, BurnRateTier? Tier)
{
    /// <summary>The reason as a sentence, which does not name the service.</summary>
    public string Reason => Tier is null
        ? string.Create(CultureInfo.InvariantCulture, $"No alerts for {Objective.Name}: the histogram of the service has no boundary at {Objective.ThresholdSeconds} s, so that nobody can count the requests within it.")
        : string.Create(CultureInfo.InvariantCulture, $"No tier {Tier.Name} for {Objective.Name}: at a target of {(decimal)Objective.Target * 100:0.######} % it would fire above {Tier.Limit(Objective) * 100:0.##} % bad requests, which there cannot be.");

    /// <summary>Everything that is left out, in order.</summary>
    /// <param name="objectives">The objectives.</param>
    /// <param name="tiers">The tiers that were wanted.</param>
    public static IEnumerable<AlertOmission> Of(IEnumerable<AlertedObjective> objectives, IReadOnlyList<BurnRateTier> tiers)
    {
        foreach (var objective in objectives)
        {
            if (!objective.IsMeasurable)
            {
                yield return new AlertOmission(objective, null);
                continue;
            }

            foreach (var tier in tiers.Where(t => !t.IsReachable(objective))) yield return new AlertOmission(objective, tier);
        }
    }
}
