namespace SloFunctions.Domain.Backtesting;

/// <summary>Takes the past availability for certain.</summary>
internal sealed class ObservedMeanForecaster : IForecaster
{
    public ForecastMethod Method => ForecastMethod.ObservedMean;

    public Func<PastWindow, IForecast?> Learn(IReadOnlyList<PastWindow> fleet) =>
        past => past.Counts.Ratio is { } ratio ? new SampleForecast([ratio]) : null;
}
