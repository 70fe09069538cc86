using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>Takes a day for a window, as the method <c>historical_percentile</c> of the product does.</summary>
internal sealed class HistoricalPercentileForecaster : IForecaster
{
    public ForecastMethod Method => ForecastMethod.HistoricalPercentile;

    public Func<PastWindow, IForecast?> Learn(IReadOnlyList<PastWindow> fleet) =>
        past => RollingDays.Availabilities(past.Hours) is { Count: > 0 } days ? new SampleForecast([.. days]) : null;
}
