namespace SloFunctions.Application.Reports.Documents;

/// <summary>One group.</summary>
/// <param name="Name">Its name; null for those without.</param>
/// <param name="Figures">The figures.</param>
public sealed record GroupBreachFigures(string? Name, BreachFigures Figures);
