namespace SloFunctions.Domain.Reliability;

/// <summary>Alternatives: the source works only while at least one of them does.</summary>
/// <param name="Source">The number of the service that has the alternatives.</param>
/// <param name="AnyOf">The numbers of the alternatives; at least one.</param>
public sealed record NetworkGroup(int Source, IReadOnlyList<int> AnyOf);
