namespace SloFunctions.Domain.Graph;

/// <summary>Services that need each other.</summary>
/// <param name="Members">All of them, by id in ordinal order; at least two.</param>
/// <param name="Path">A way round that exists, as short as one through the first member can be: it begins and ends with that member.</param>
public sealed record CircularDependency(IReadOnlyList<ServiceId> Members, IReadOnlyList<ServiceId> Path);
