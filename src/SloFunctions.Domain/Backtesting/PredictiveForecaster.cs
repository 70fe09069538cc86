using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>The product's own method.</summary>
internal sealed class PredictiveForecaster : IForecaster
{
    private const double Tail = 0.025;

    public ForecastMethod Method => ForecastMethod.Predictive;

    public Func<PastWindow, IForecast?> Learn(IReadOnlyList<PastWindow> fleet)
    {
        var fit = new FleetPriorFit(FleetArchetype.Usual);
        foreach (var service in fleet) fit.Add(service.FleetRecord);
        var prior = fit.ToPrior();
        return past => new Forecast(new AvailabilityPrediction(PredictionFeatures.Of(past.Record, prior)));
    }

    private sealed class Forecast(AvailabilityPrediction prediction) : IForecast
    {
        // A level is always below 1; a window without any failure lies at 1.
        public (double Lower, double Upper)? Interval =>
            (prediction.Level(Tail), prediction.BreachProbability(1) < 1 - Tail ? 1 : prediction.Level(1 - Tail));

        public double Level(TierPolicy tier) => prediction.Level(tier.Risk);

        public double BreachProbability(double target) => prediction.BreachProbability(target);
    }
}
