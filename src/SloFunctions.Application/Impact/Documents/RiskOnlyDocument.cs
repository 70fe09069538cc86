namespace SloFunctions.Application.Impact.Documents;

/// <summary>A service that notices, but does not fail.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Relationship">Whether it calls the changed service itself.</param>
public sealed record RiskOnlyDocument(string ServiceId, string Relationship);
