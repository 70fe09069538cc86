namespace SloFunctions.Application.Impact;

/// <summary>One change of a what-if question as it arrives; which properties count depends on the type.</summary>
/// <param name="Type">The kind of change.</param>
/// <param name="ServiceId">The service to improve, degrade or add.</param>
/// <param name="Availability">Its own availability with perfect dependencies, a percentage.</param>
/// <param name="DeltaNines">Instead of the availability, by how many nines it gets better or worse; above 0.</param>
/// <param name="Source">The caller of the dependency.</param>
/// <param name="Target">The service called.</param>
/// <param name="Criticality">What its failure does to the caller; <c>hard</c> when missing.</param>
/// <param name="Mode">Whether the caller waits; <c>sync</c> when missing.</param>
/// <param name="Members">The services of which one is to be enough for the source.</param>
/// <param name="Group">The group of alternatives of the source that the members join; a new one when missing.</param>
public sealed record ChangeBody(
    string? Type,
    string? ServiceId,
    double? Availability,
    double? DeltaNines,
    string? Source,
    string? Target,
    string? Criticality,
    string? Mode,
    IReadOnlyList<string?>? Members,
    string? Group);
