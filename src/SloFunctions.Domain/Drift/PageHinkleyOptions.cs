namespace SloFunctions.Domain.Drift;

/// <summary>Parameters of the Page-Hinkley test; the defaults are those of the river library.</summary>
/// <param name="Delta">The deviation that is tolerated, in units of the stream; 0 or more.</param>
/// <param name="Threshold">The cumulative deviation (λ) above which a change is told; above 0.</param>
/// <param name="Alpha">How much of the sum is kept from one value to the next; in (0, 1].</param>
/// <param name="LeastPoints">Values before the first change may be told; 1 or more.</param>
/// <param name="Side">Changes of which direction are told.</param>
public sealed record PageHinkleyOptions(
    double Delta = 0.005, double Threshold = 50, double Alpha = 0.9999, int LeastPoints = 30, PageHinkleySide Side = PageHinkleySide.Both);
