namespace SloFunctions.Application.Graph;

/// <summary>What somebody says who acknowledges or resolves a circular dependency.</summary>
/// <param name="Notes">At most 4,000 characters.</param>
public sealed record CycleActionBody(string? Notes);
