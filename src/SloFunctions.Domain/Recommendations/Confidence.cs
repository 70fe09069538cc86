namespace SloFunctions.Domain.Recommendations;

/// <summary>How far a recommendation can be trusted: 1 less what each reason takes away.</summary>
/// <param name="Score">In [0, 1].</param>
/// <param name="Reasons">What lowers it, the heaviest first; empty at 1.</param>
public sealed record Confidence(double Score, IReadOnlyList<ConfidenceLoss> Reasons)
{
    /// <summary>At or below this score a recommendation is of low confidence.</summary>
    public const double Low = 0.5;

    /// <summary>Whether decisions should not rest on the recommendation alone.</summary>
    public bool IsLow => Score <= Low;

    /// <summary>Multiplies what remains after each loss.</summary>
    public static Confidence Of(IEnumerable<ConfidenceLoss> losses)
    {
        ConfidenceLoss[] reasons = [.. losses.Where(l => l.Share > 0).OrderByDescending(l => l.Share).ThenBy(l => l.Reason)];
        return new Confidence(Math.Clamp(reasons.Aggregate(1.0, (score, loss) => score * (1 - loss.Share)), 0, 1), reasons);
    }
}
