namespace SloFunctions.Domain.Graph;

/// <summary>What a graph submission says of one service.</summary>
/// <param name="Id">The service.</param>
/// <param name="Criticality">Its criticality; null leaves what is stored.</param>
/// <param name="Team">The owning team, at most 255 characters; null leaves what is stored.</param>
/// <param name="Tier">The service tier, 0 to 9, 0 the most important; null leaves what is stored.</param>
/// <param name="MetadataJson">All metadata as a JSON object; null when none was given, and the service then stays unregistered.</param>
/// <param name="Type">Whether it is run by the organisation; null leaves what is stored.</param>
/// <param name="PublishedSla">The availability that its provider promises, a percentage in (0, 100]; null leaves what is stored.</param>
public sealed record ServiceRegistration(
    ServiceId Id,
    ServiceCriticality? Criticality,
    string? Team,
    int? Tier,
    string? MetadataJson,
    ServiceType? Type = null,
    double? PublishedSla = null);
