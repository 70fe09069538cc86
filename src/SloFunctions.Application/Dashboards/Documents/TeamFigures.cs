namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>The figures of one team.</summary>
/// <typeparam name="T">The figures.</typeparam>
/// <param name="Team">The team; null where none is registered.</param>
/// <param name="Figures">Its figures.</param>
public sealed record TeamFigures<T>(string? Team, T Figures);
