namespace SloFunctions.Domain.Impact;

/// <summary>Whether an availability SLO can still be kept after a change.</summary>
/// <param name="Target">Its target, a ratio in (0, 1).</param>
/// <param name="IsAtRisk">The composite after the change is below the target.</param>
/// <param name="WasAtRisk">The composite was below the target before the change already.</param>
public sealed record SloRisk(double Target, bool IsAtRisk, bool WasAtRisk)
{
    /// <summary>Whether the change itself puts the SLO at risk.</summary>
    public bool IsNew => IsAtRisk && !WasAtRisk;

    /// <summary>Compares, without rounding other than that of the computation.</summary>
    /// <param name="target">The target; null without an SLO.</param>
    /// <param name="current">The composite before, a ratio in [0, 1].</param>
    /// <param name="projected">The composite after, a ratio in [0, 1].</param>
    /// <returns>The risk; null without an SLO.</returns>
    public static SloRisk? Of(double? target, double current, double projected) => target is { } t
        ? new SloRisk(t, projected < t - Achievability.Rounding, current < t - Achievability.Rounding)
        : null;
}
