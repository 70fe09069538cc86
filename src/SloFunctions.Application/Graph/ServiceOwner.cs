namespace SloFunctions.Application.Graph;

/// <summary>Whose a known service is.</summary>
/// <param name="Team">Its team; null for nobody's.</param>
/// <param name="IsDiscovered">Whether it is known only because another service depends on it.</param>
public sealed record ServiceOwner(string? Team, bool IsDiscovered);
