namespace SloFunctions.Application.Impact.Documents;

/// <summary>Services, the first ones of many.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Services">The first twenty by name.</param>
public sealed record NamedServicesDocument(int Count, IReadOnlyList<string> Services);
