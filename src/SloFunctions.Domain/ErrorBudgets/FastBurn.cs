using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>Burn rates so high that somebody is woken up: those of the alerts' tiers for the page.</summary>
public static class FastBurn
{
    private static readonly BurnRateTier HourTier = Page(TimeSpan.FromHours(1));
    private static readonly BurnRateTier SixHoursTier = Page(TimeSpan.FromHours(6));

    /// <summary>Above this burn rate over an hour: 13.44 in an SLO window of 28 days.</summary>
    public static double HourFactor => (double)HourTier.Factor;

    /// <summary>Above this burn rate over six hours: 5.6 in an SLO window of 28 days.</summary>
    public static double SixHoursFactor => (double)SixHoursTier.Factor;

    /// <summary>Whether requests fail so fast, and enough of them to matter.</summary>
    /// <param name="hour">The requests of an hour.</param>
    /// <param name="sixHours">The requests of six hours.</param>
    /// <param name="sloWindow">The requests of the SLO window.</param>
    /// <param name="target">A ratio in (0, 1).</param>
    public static bool Is(SliCounts hour, SliCounts sixHours, SliCounts sloWindow, double target) =>
        TierBurn.IsOver(HourTier, hour, sloWindow, target) || TierBurn.IsOver(SixHoursTier, sixHours, sloWindow, target);

    /// <summary>Whether counts burn so fast.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="target">A ratio in (0, 1).</param>
    public static bool Is(BudgetCounts counts, double target) => Is(counts.Hour.Counts, counts.SixHours.Counts, counts.SloWindow.Counts, target);

    private static BurnRateTier Page(TimeSpan longWindow) => BurnRatePolicy.Tiers.Single(t => t.Severity == AlertSeverity.Page && t.LongWindow == longWindow);
}
