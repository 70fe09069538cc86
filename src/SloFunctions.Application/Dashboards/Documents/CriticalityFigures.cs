namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>The figures of one criticality.</summary>
/// <typeparam name="T">The figures.</typeparam>
/// <param name="Criticality">The criticality of the services.</param>
/// <param name="Figures">Their figures.</param>
public sealed record CriticalityFigures<T>(string Criticality, T Figures);
