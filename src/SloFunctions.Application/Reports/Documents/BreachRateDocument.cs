namespace SloFunctions.Application.Reports.Documents;

/// <summary>What was promised of SLOs in force, and what came. Rates and probabilities are shares in [0, 1], targets percentages.</summary>
/// <param name="GeneratedAt">When the report was made.</param>
/// <param name="FirstMonth">The first month of it.</param>
/// <param name="LastMonth">The last one.</param>
/// <param name="WindowDays">The days that an SLO is judged over.</param>
/// <param name="Confidence">The coverage of the intervals.</param>
/// <param name="FewestForVerdict">The fewest windows with a promise that a verdict is given on.</param>
/// <param name="Note">What a reader must know about the figures.</param>
/// <param name="Availability">Availability objectives.</param>
/// <param name="Latency">Latency objectives.</param>
/// <param name="Breached">Those that were breached.</param>
public sealed record BreachRateDocument(
    DateTimeOffset GeneratedAt,
    string FirstMonth,
    string LastMonth,
    int WindowDays,
    double Confidence,
    int FewestForVerdict,
    string Note,
    BreachRateSection Availability,
    BreachRateSection Latency,
    BreachedPage Breached);
