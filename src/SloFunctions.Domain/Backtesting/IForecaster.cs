namespace SloFunctions.Domain.Backtesting;

/// <summary>One method at work. It may learn from the past of the whole fleet, never from what came later.</summary>
public interface IForecaster
{
    /// <summary>Its name.</summary>
    ForecastMethod Method { get; }

    /// <summary>Learns from the fleet as it stood at an origin.</summary>
    /// <param name="fleet">The services with traffic, at least one.</param>
    /// <returns>The forecast of a service; null where the history allows none. Safe to call from several threads.</returns>
    Func<PastWindow, IForecast?> Learn(IReadOnlyList<PastWindow> fleet);
}
