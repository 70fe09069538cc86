namespace SloFunctions.Application.Backtesting;

/// <summary>What was found on one fleet.</summary>
/// <param name="Services">Its services.</param>
/// <param name="Days">The length of its history in whole days.</param>
/// <param name="Start">When it begins; null for a simulated one.</param>
/// <param name="OriginDays">Where forecasts were made, as days from the beginning.</param>
/// <param name="Windows">The windows that all methods were scored on.</param>
/// <param name="LeftOut">Those that were not.</param>
/// <param name="Methods">Each method's score, by its name.</param>
public sealed record FleetDocument(
    int Services,
    int Days,
    DateTimeOffset? Start,
    IReadOnlyList<int> OriginDays,
    int Windows,
    LeftOutDocument LeftOut,
    IReadOnlyDictionary<string, MethodDocument> Methods);
