namespace SloFunctions.Application.Backtesting;

/// <summary>How well each method foretold. All rates, probabilities, availabilities and budgets are ratios in [0, 1].</summary>
/// <param name="HorizonDays">The days foretold.</param>
/// <param name="LookbackDays">The days that a forecast looked back.</param>
/// <param name="StepDays">The days from one origin to the next.</param>
/// <param name="Families">What was found on each fleet, by its name.</param>
public sealed record BacktestDocument(int HorizonDays, int LookbackDays, int StepDays, IReadOnlyDictionary<string, FleetDocument> Families);
