namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>A dashboard divided by team.</summary>
/// <typeparam name="T">The figures.</typeparam>
/// <param name="Total">How many teams there are; services without one count as one.</param>
/// <param name="Teams">The largest 500, those first.</param>
public sealed record TeamBreakdown<T>(int Total, IReadOnlyList<TeamFigures<T>> Teams);
