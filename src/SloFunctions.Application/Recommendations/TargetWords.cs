using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Recommendations;

/// <summary>How targets of one SLI are told.</summary>
/// <param name="Shown">A target as it is published.</param>
/// <param name="Unit">What stands after it in a sentence, with the space before it if any.</param>
/// <param name="Unreachable">That no value of a feature reaches the next target.</param>
/// <param name="None">That no target could be recommended.</param>
internal sealed record TargetWords(Func<double, double> Shown, string Unit, string Unreachable, string None)
{
    public static readonly TargetWords OfAvailability =
        new(Percent.Of, "%", "The next target is not reachable by this alone.", "No target could be recommended");

    public static readonly TargetWords OfLatency = new(
        Milliseconds.Of,
        " ms",
        "The next lower bucket boundary is not reachable by this alone.",
        "No target could be recommended: the percentile would lie beyond the highest bucket boundary");

    /// <summary>A target as it is published; null stays null.</summary>
    public double? Published(double? target) => target is { } value ? Shown(value) : null;

    /// <summary>A target in a sentence.</summary>
    public string Text(double target) => Publishing.Text.Invariant($"{Shown(target):0.######}{Unit}");
}
