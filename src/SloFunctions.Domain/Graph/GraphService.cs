namespace SloFunctions.Domain.Graph;

/// <summary>A service of the effective graph.</summary>
/// <param name="Id">The service.</param>
/// <param name="Type">Who runs it.</param>
/// <param name="PublishedSla">The availability its provider promises, a percentage in (0, 100]; null when none is known.</param>
public sealed record GraphService(ServiceId Id, ServiceType Type, double? PublishedSla);
