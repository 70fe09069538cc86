using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>What a recommendation needs to know of a service besides its history.</summary>
/// <param name="Archetype">What kind of service it is: as its metadata says, else external or a backend by its type.</param>
/// <param name="MeasuredSince">The first hour of which counts are stored; null when nothing ever was.</param>
public sealed record ServiceProfile(Archetype Archetype, DateTimeOffset? MeasuredSince);
