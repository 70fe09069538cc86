namespace SloFunctions.Domain.Reliability;

/// <summary>What an availability can be whatever way services fail together, in the sense of M. Fréchet (1935).</summary>
/// <param name="Lower">No coupling of the services' failures gives less; a ratio in [0, 1].</param>
/// <param name="Upper">No coupling gives more; a ratio in [0, 1].</param>
public sealed record FrechetInterval(double Lower, double Upper);
