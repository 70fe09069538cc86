using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>The attributes of a dependency as submitted.</summary>
/// <param name="CommunicationMode">What others say when missing, <c>sync</c> if nobody says.</param>
/// <param name="Criticality">What others say when missing, <c>hard</c> if nobody says.</param>
/// <param name="Protocol">At most 50 characters.</param>
/// <param name="TimeoutMs">0 or more.</param>
/// <param name="RetryConfig">An object.</param>
/// <param name="RedundancyGroup">Of the targets that a caller names with the same group, one is enough; at most 255 characters.</param>
/// <param name="CallCount">Calls counted; 0 or more.</param>
public sealed record EdgeAttributesBody(
    string? CommunicationMode,
    string? Criticality,
    string? Protocol,
    int? TimeoutMs,
    JsonElement? RetryConfig,
    string? RedundancyGroup = null,
    long? CallCount = null);
