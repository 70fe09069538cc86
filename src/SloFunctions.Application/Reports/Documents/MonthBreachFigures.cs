using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Reports.Documents;

/// <summary>One month.</summary>
/// <param name="Month">The month, <c>2026-02</c>.</param>
/// <param name="Window">The SLO window that it is judged by.</param>
/// <param name="Figures">The figures.</param>
public sealed record MonthBreachFigures(string Month, WindowDocument Window, BreachFigures Figures);
