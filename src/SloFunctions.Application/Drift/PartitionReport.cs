namespace SloFunctions.Application.Drift;

/// <summary>What became of a part of the services.</summary>
/// <param name="Evaluated">Services looked at.</param>
/// <param name="Failed">Services that could not be looked at, or whose drift could not be noted.</param>
/// <param name="Left">Services left to the next sweep for want of time.</param>
/// <param name="Drifts">Drifts that took effect.</param>
public sealed record PartitionReport(int Evaluated, int Failed, int Left, int Drifts);
