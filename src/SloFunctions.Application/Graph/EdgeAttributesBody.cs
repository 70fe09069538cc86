using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>The attributes of a dependency as submitted.</summary>
/// <param name="CommunicationMode"><c>sync</c> when missing.</param>
/// <param name="Criticality"><c>hard</c> when missing.</param>
/// <param name="Protocol">At most 50 characters.</param>
/// <param name="TimeoutMs">0 or more.</param>
/// <param name="RetryConfig">An object.</param>
public sealed record EdgeAttributesBody(
    string? CommunicationMode, string? Criticality, string? Protocol, int? TimeoutMs, JsonElement? RetryConfig);
