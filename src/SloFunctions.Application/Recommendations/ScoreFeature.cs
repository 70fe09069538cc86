using SloFunctions.Application.Publishing;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Explanations;

namespace SloFunctions.Application.Recommendations;

/// <summary>How a feature of a score is shown and varied.</summary>
/// <param name="Unit">The unit it is shown in.</param>
/// <param name="Scale">In which measure changes of it are compared.</param>
/// <param name="Best">Its value at the helpful end of its range.</param>
/// <param name="Words">Its name for people.</param>
internal sealed record ScoreFeature(string Unit, FeatureScale Scale, double Best, string Words)
{
    private const string Milliseconds = "ms";
    private const string ShareOfTime = "percent of the time";

    // What is shown of an incident is how long it would have been, had everything failed.
    private static readonly double WindowMinutes = ErrorBudget.SloWindow.TotalMinutes;

    private static readonly ScoreFeature[] OfAvailability =
    [
        new("incidents per 30 days", FeatureScale.Linear, 0, "the incident frequency"),
        new("minutes of full outage", FeatureScale.Logarithmic, 1e-7, "the typical incident"),
        new("percent", FeatureScale.Logarithmic, 1e-9, "the error rate outside of incidents"),
        new("days", FeatureScale.Linear, 365, "the time of observation"),
        new("percent", FeatureScale.LogUnavailability, 1, "the internal dependencies"),
        new("percent", FeatureScale.LogUnavailability, 1, "the external services"),
    ];

    private static readonly ScoreFeature[] OfLatency =
    [
        new(Milliseconds, FeatureScale.Logarithmic, 0, "the measured p99"),
        new(ShareOfTime, FeatureScale.Linear, 0, "CPU throttling"),
    ];

    /// <summary>Whether it is the availability of a single service that is depended on.</summary>
    public bool IsService { get; private init; }

    /// <summary>The feature of the availability score at a position; beyond the named ones are single dependencies.</summary>
    public static ScoreFeature At(int position, string dependency = "") =>
        position < OfAvailability.Length ? OfAvailability[position] : new ScoreFeature("percent", FeatureScale.LogUnavailability, 1, dependency) { IsService = true };

    /// <summary>The feature of the latency score at a position.</summary>
    public static ScoreFeature OfLatencyAt(int position) => OfLatency[position];

    /// <summary>A value as it is shown.</summary>
    public double Shown(double value) => Unit switch
    {
        "percent" when Scale == FeatureScale.LogUnavailability => Percent.Precise(value),
        "percent" or ShareOfTime => Significant.Of(value * 100),
        "minutes of full outage" => Significant.Of(value * WindowMinutes),
        Milliseconds => Significant.Of(value * 1000),
        _ => Significant.Of(value),
    };

    /// <summary>A value in a sentence.</summary>
    public string Text(double value) => Unit == "percent" ? Publishing.Text.Invariant($"{Shown(value):0.######}%") : Publishing.Text.Invariant($"{Shown(value):0.####} {Unit}");
}
