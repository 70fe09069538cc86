using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>A service as submitted.</summary>
/// <param name="ServiceId">Its id.</param>
/// <param name="Metadata">An object; <c>team</c>, <c>criticality</c> and <c>tier</c> are understood, the rest is kept.</param>
public sealed record NodeBody(string? ServiceId, JsonElement? Metadata);
