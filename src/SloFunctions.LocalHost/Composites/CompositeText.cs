using System.Globalization;
using SloFunctions.Application.Reliability;

namespace SloFunctions.LocalHost.Composites;

/// <summary>Composite availabilities as text for people.</summary>
internal static class CompositeText
{
    private const int ShownContributions = 10;
    private const int ShownServices = 20;

    public static IEnumerable<string> Of(CompositeDocument answer)
    {
        yield return answer.Case.Length == 0 ? answer.Target : $"{answer.Case}  {answer.Target}";
        yield return Line("composite", $"{answer.Composite:R}  ({answer.Method}, cycles by their weakest member)");
        if (answer.Method != "exact") yield return Line("95 % interval", $"{answer.ConfidenceInterval[0]:R} to {answer.ConfidenceInterval[1]:R}");
        yield return Line("all_up", $"{answer.AllUp:R}  ({answer.AllUpMethod}, cycles only while all members work)");
        yield return Line("dependent failures", $"{answer.Frechet[0]:R} to {answer.Frechet[1]:R}");
        yield return Line("single points", $"{answer.SinglePointsOfFailure.Count}: {Names(answer.SinglePointsOfFailure)}");
        yield return Line("bottleneck", $"{answer.Bottleneck ?? "none"}");
        foreach (string line in Table(answer.Contributions)) yield return line;
        yield return "";
    }

    private static IEnumerable<string> Table(IReadOnlyList<ContributionDocument> contributions)
    {
        var shown = contributions.Take(ShownContributions).ToList();
        int width = Math.Max("service".Length, shown.Max(c => c.Service.Length));
        yield return $"    {"service".PadRight(width)}  {"availability",14}  {"importance",14}  {"share",9}";
        foreach (var c in shown)
            yield return string.Create(CultureInfo.InvariantCulture, $"    {c.Service.PadRight(width)}  {c.Availability,14:0.##########}  {c.Importance,14:0.##########}  {c.Share,9:0.00 %}");
        if (contributions.Count > shown.Count) yield return $"    and {contributions.Count - shown.Count} more";
    }

    private static string Names(IReadOnlyList<string> services) =>
        string.Join(", ", services.Take(ShownServices)) + (services.Count > ShownServices ? $" and {services.Count - ShownServices} more" : "");

    private static string Line(string name, FormattableString value) => $"  {name,-20}{value.ToString(CultureInfo.InvariantCulture)}";
}
