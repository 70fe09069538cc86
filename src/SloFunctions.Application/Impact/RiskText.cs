using System.Globalization;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Application.Impact;

/// <summary>Sentences about risks.</summary>
internal static class RiskText
{
    /// <summary>Why an SLO is at risk; null when it is not.</summary>
    public static string? Detail(SloRisk? risk, Composite projected)
    {
        if (risk is not { IsAtRisk: true }) return null;
        string verb = risk.WasAtRisk ? "Composite stays below SLO target, as it was before the change" : "Composite drops below SLO target";
        string doubt = projected.Upper > risk.Target ? "; the composite is estimated and its interval reaches above the target" : "";
        return Text.Invariant($"{verb} ({Percentage(risk.Target)} > {Percentage(projected.Availability)}){doubt}");
    }

    /// <summary>A ratio as people write it.</summary>
    public static string Percentage(double ratio) => Text.Invariant($"{Percent.Precise(ratio):0.##########}%");

    /// <summary>A small ratio to three significant digits, never as a power of ten.</summary>
    public static string Small(double ratio) =>
        Text.Invariant($"{decimal.Parse((ratio * 100).ToString("G3", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)}%");

    /// <summary>Names, the first ones of many.</summary>
    public static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names.Order(StringComparer.Ordinal)];
        string named = string.Join(", ", all.Take(ImpactLimits.ReportedNames));
        return all.Length > ImpactLimits.ReportedNames ? Text.Invariant($"{named} and {all.Length - ImpactLimits.ReportedNames} more") : named;
    }
}
