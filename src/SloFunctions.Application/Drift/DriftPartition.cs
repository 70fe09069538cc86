namespace SloFunctions.Application.Drift;

/// <summary>A part of the services of a sweep, by a hash of their ids, so that nobody has to pass names on.</summary>
/// <param name="Sweep">When the sweep began, which is the present for all of its parts and repeats.</param>
/// <param name="Until">When to leave the rest to the next sweep.</param>
/// <param name="IsCritical">Whether it is of the critical services, or of the others.</param>
/// <param name="Index">Which one it is, from 0.</param>
/// <param name="Of">How many there are of its kind.</param>
public sealed record DriftPartition(DateTimeOffset Sweep, DateTimeOffset Until, bool IsCritical, int Index, int Of);
