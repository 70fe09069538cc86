namespace SloFunctions.Application.Health;

/// <summary>How a server that we depend on is doing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status"><c>up</c> or <c>down</c>.</param>
/// <param name="Required">Whether nothing works without it.</param>
/// <param name="Detail">Why it counts as down, or that it is up without being used; null when it is simply up.</param>
public sealed record DependencyHealth(string Name, string Status, bool Required, string? Detail);
