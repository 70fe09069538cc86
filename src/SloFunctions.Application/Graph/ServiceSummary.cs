using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>A service as the API shows it.</summary>
/// <param name="ServiceId">Its id.</param>
/// <param name="Team">The owning team, if known.</param>
/// <param name="Criticality">A published criticality.</param>
/// <param name="Tier">Its tier, if known.</param>
/// <param name="ServiceType"><c>internal</c> or <c>external</c>.</param>
/// <param name="Discovered">Whether it was only seen as the end of a dependency and is still unregistered.</param>
/// <param name="Metadata">All its metadata.</param>
public sealed record ServiceSummary(
    string ServiceId, string? Team, string Criticality, int? Tier, string ServiceType, bool Discovered, JsonElement Metadata);
