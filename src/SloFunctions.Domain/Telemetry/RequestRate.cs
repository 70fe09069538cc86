namespace SloFunctions.Domain.Telemetry;

/// <summary>How many requests a service gets, as far as that decides how much its figures tell.</summary>
/// <param name="PerHour">Requests ÷ measured hours; 0 without any.</param>
public sealed record RequestRate(double PerHour)
{
    // One failed request is then more than a hundredth of its hour: of short windows, chance alone decides.
    private const double Few = 100;

    /// <summary>Whether there are requests, but too few for sure figures.</summary>
    public bool IsLow => PerHour is > 0 and < Few;

    /// <summary>The rate over the hours that were measured.</summary>
    public static RequestRate Of(SliHistory history)
    {
        int measured = history.Hours.Count(h => h is not null);
        return new RequestRate(measured == 0 ? 0 : (double)history.Counts.Total / measured);
    }
}
