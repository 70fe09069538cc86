namespace SloFunctions.Domain.Backtesting;

/// <summary>
/// Holds the forecasts of all methods against what came, at rolling origins: whatever is fitted at an origin, also to the
/// fleet, has seen nothing that came later (Tashman 2000, "Out-of-sample tests of forecasting accuracy").
/// </summary>
public static class Backtest
{
    private static readonly IForecaster[] Forecasters =
    [
        new PredictiveForecaster(),
        new HistoricalPercentileForecaster(),
        new HourlyPercentileForecaster(),
        new BlockBootstrapForecaster(),
        new ObservedMeanForecaster(),
        new FixedTargetsForecaster(),
    ];

    /// <summary>Runs all methods over a fleet. The result does not depend on how many processors there are.</summary>
    /// <param name="fleet">Its services; their histories begin with the same hour, the longest counts.</param>
    /// <param name="plan">Where to forecast.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public static BacktestResult Run(IReadOnlyList<ServiceHistory> fleet, BacktestPlan plan, CancellationToken cancellation = default)
    {
        int days = fleet.Count == 0 ? 0 : fleet.Max(s => s.Hours.Length) / 24;
        ServiceHistory[] services = [.. fleet.Select(s => s.Hours.Length >= days * 24 ? s : s with { Hours = Padded(s, days * 24) })];
        var origins = plan.Origins(days);
        MethodTally[] tallies = [.. Forecasters.Select(f => new MethodTally(f.Method))];
        int windows = 0, withoutForecast = 0, unmeasured = 0;
        foreach (int origin in origins)
        {
            // Threads fill places of their own, and one thread counts in order: sums come out the same to the last bit.
            foreach (var (availability, statements) in Forecast(services, origin, plan, cancellation))
            {
                if (availability is not { } came) unmeasured++;
                else if (statements is null) withoutForecast++;
                else
                {
                    windows++;
                    for (int m = 0; m < tallies.Length; m++) tallies[m].Add(statements[m], came);
                }
            }
        }

        return new BacktestResult(services.Length, days, origins, windows, withoutForecast, unmeasured, [.. tallies.Select(t => t.ToScore())]);
    }

    private static (double? Availability, ForecastStatement[]? Statements)[] Forecast(
        ServiceHistory[] services, int origin, BacktestPlan plan, CancellationToken cancellation)
    {
        var options = new ParallelOptions { CancellationToken = cancellation };
        var pasts = new PastWindow?[services.Length];
        Parallel.For(0, services.Length, options, i => pasts[i] = PastWindow.Before(origin, services[i], plan));
        PastWindow[] fleet = [.. pasts.OfType<PastWindow>()];
        var outcomes = new (double?, ForecastStatement[]?)[services.Length];
        Func<PastWindow, IForecast?>[] learned = fleet.Length == 0 ? [] : [.. Forecasters.Select(f => f.Learn(fleet))];
        Parallel.For(0, services.Length, options, i =>
        {
            double? availability = NextWindow.Availability(origin, services[i]);
            outcomes[i] = (availability, availability is null || pasts[i] is not { } past ? null : Statements(past, learned));
        });
        return outcomes;
    }

    // Methods are compared on windows that each of them has something to say of.
    private static ForecastStatement[]? Statements(PastWindow past, Func<PastWindow, IForecast?>[] learned)
    {
        var statements = new ForecastStatement[learned.Length];
        for (int m = 0; m < learned.Length; m++)
        {
            if (learned[m](past) is not { } forecast) return null;
            statements[m] = ForecastStatement.Of(forecast, past.Record.ExpectedRequests);
        }

        return statements;
    }

    private static Telemetry.SliCounts?[] Padded(ServiceHistory service, int hours)
    {
        var padded = service.Hours;
        Array.Resize(ref padded, hours);
        return padded;
    }
}
