namespace SloFunctions.Domain.Drift;

/// <summary>Parameters of ADWIN; the defaults are those of the river library.</summary>
/// <param name="Delta">How readily a change is told by chance (δ); in (0, 1).</param>
/// <param name="Clock">Values from one search for a change to the next; 1 or more.</param>
/// <param name="MaxBuckets">Buckets of one size before two are merged; 2 or more.</param>
/// <param name="LeastSide">Values on either side of a cut; 1 or more.</param>
/// <param name="Grace">Values within which no change is told; 0 or more.</param>
public sealed record AdwinOptions(double Delta = 0.002, int Clock = 32, int MaxBuckets = 5, int LeastSide = 5, int Grace = 10);
