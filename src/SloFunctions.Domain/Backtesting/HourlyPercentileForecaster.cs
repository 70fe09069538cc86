namespace SloFunctions.Domain.Backtesting;

/// <summary>Takes an hour for a window: what 99 % of the hours kept is called the level met with 99 % probability.</summary>
internal sealed class HourlyPercentileForecaster : IForecaster
{
    public ForecastMethod Method => ForecastMethod.HourlyPercentile;

    public Func<PastWindow, IForecast?> Learn(IReadOnlyList<PastWindow> fleet) =>
        past => new SampleForecast([.. past.Hours.Select(h => h.GetValueOrDefault().Ratio).OfType<double>()]);
}
