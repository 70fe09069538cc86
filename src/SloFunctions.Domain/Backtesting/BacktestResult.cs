namespace SloFunctions.Domain.Backtesting;

/// <summary>How all methods did on one fleet. They are scored on the same windows.</summary>
/// <param name="Services">The services of the fleet.</param>
/// <param name="Days">The length of its history in whole days.</param>
/// <param name="Origins">Where forecasts were made, as days from the beginning.</param>
/// <param name="Windows">The windows that were foretold and came.</param>
/// <param name="WithoutForecast">Windows left out because the past allowed no forecast.</param>
/// <param name="Unmeasured">Windows left out because they had no traffic, or less than half of their hours were measured.</param>
/// <param name="Methods">One score a method.</param>
public sealed record BacktestResult(
    int Services,
    int Days,
    IReadOnlyList<int> Origins,
    int Windows,
    int WithoutForecast,
    int Unmeasured,
    IReadOnlyList<MethodScore> Methods);
