using System.Globalization;
using SloFunctions.Application.Backtesting;

namespace SloFunctions.LocalHost.Backtests;

/// <summary>Backtests as text for people.</summary>
internal static class BacktestText
{
    private const int NameWidth = 23;
    private const string None = "–";

    public static IEnumerable<string> Of(BacktestDocument document)
    {
        foreach (var (name, fleet) in document.Families)
        {
            yield return Text($"{name}: {fleet.Services} services over {fleet.Days} days; {fleet.Windows} windows of {document.HorizonDays} days from {fleet.OriginDays.Count} origins, {document.LookbackDays} days of history before each");
            int leftOut = fleet.LeftOut.WithoutForecast + fleet.LeftOut.Unmeasured;
            if (leftOut > 0) yield return Text($"left out: {leftOut} windows ({fleet.LeftOut.WithoutForecast} without a forecast, {fleet.LeftOut.Unmeasured} with too little measured)");
            yield return "";
            foreach (string line in Breaches(fleet)) yield return line;
            yield return "";
            foreach (string line in Quality(fleet)) yield return line;
            yield return "";
            foreach (string line in Reliability(fleet)) yield return line;
            yield return "";
        }
    }

    private static IEnumerable<string> Breaches(FleetDocument fleet)
    {
        yield return "Windows that missed, %: the raw level; the target proposed, its 95 % interval, and what the method itself promised of it";
        yield return Row("", "conservative: 0.1 % promised", "balanced: 1 % promised", "aggressive: 5 % promised");
        foreach (var (name, method) in fleet.Methods)
            yield return Row(name, [.. Tiers(method).Select(Breach)]);

        static string Row(string name, params string[] cells) => (name.PadRight(NameWidth) + string.Concat(cells.Select(c => c.PadRight(37)))).TrimEnd();
    }

    private static string Breach(TierScoreDocument tier)
    {
        string interval = tier.Snapped.Wilson is [var lower, var upper] ? Text($"[{100 * lower:0.00}, {100 * upper:0.00}]") : "";
        return $"{Percent(tier.Raw.Rate),5}; {Percent(tier.Snapped.Rate),5} {interval,-14} ({Percent(tier.PromisedSnapped)})";
    }

    private static IEnumerable<string> Quality(FleetDocument fleet)
    {
        yield return "Quality: Brier score and 95 % interval's coverage; per tier (conservative / balanced / aggressive) the median error budget allowed, the";
        yield return "median share of it used, the windows without a target, and the pinball loss × 10,000";
        yield return Row("", "Brier", "covered", "budget, %", "used", "no target, %", "pinball");
        foreach (var (name, method) in fleet.Methods)
        {
            yield return Row(
                name,
                method.Brier is { } brier ? Text($"{brier:0.0000}") : None,
                method.IntervalCoverage?.Rate is { } rate ? Text($"{100 * rate:0.0} %") : None,
                PerTier(method, t => t.MedianBudget * 100, "0.####"),
                PerTier(method, t => t.BudgetUtilisation?.Median, "0.00"),
                PerTier(method, t => t.Raw.Windows == 0 ? null : 100.0 * t.WithoutTarget / t.Raw.Windows, "0.0"),
                PerTier(method, t => t.PinballLoss, "0.00"));
        }

        static string Row(string name, string brier, string covered, string budget, string used, string none, string pinball) =>
            $"{name.PadRight(NameWidth)}{brier,-8}{covered,-9}{budget,-22}{used,-20}{none,-22}{pinball}".TrimEnd();
    }

    private static IEnumerable<string> Reliability(FleetDocument fleet)
    {
        yield return "Reliability of predictive: breach probabilities of the ladder's levels beside what came, %";
        yield return $"{"forecast",-12}{"mean",8}{"observed",10}  {"95 % interval",-16}{"forecasts",10}";
        foreach (var bin in fleet.Methods["predictive"].Reliability)
            yield return Text($"{Text($"{100 * bin.From:0}–{100 * bin.To:0}"),-12}{100 * bin.MeanForecast,8:0.00}{100 * bin.Observed,10:0.00}  {Text($"[{100 * bin.Wilson[0]:0.00}, {100 * bin.Wilson[1]:0.00}]"),-16}{bin.Forecasts,10}");
    }

    private static IEnumerable<TierScoreDocument> Tiers(MethodDocument method) => [method.Tiers.Conservative, method.Tiers.Balanced, method.Tiers.Aggressive];

    private static string PerTier(MethodDocument method, Func<TierScoreDocument, double?> value, string format) =>
        string.Join(" / ", Tiers(method).Select(t => value(t)?.ToString(format, CultureInfo.InvariantCulture) ?? None));

    private static string Percent(double? ratio) => ratio is { } value ? Text($"{100 * value:0.00}") : None;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
